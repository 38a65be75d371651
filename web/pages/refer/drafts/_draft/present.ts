import { countDash } from '../../../../../domain/dash/countDash.ts';
import { dashQuestionCount, dashQuestions } from '../../../../../domain/dash/questions.ts';
import type { YesNoUnknown } from '../../../../../domain/lifecycle/facts/referral.ts';
import type { Fields } from '../../../../form/fields.ts';
import { rowNumbers } from '../../../../form/rows.ts';
import { windowRows } from '../../../../form/safeContact.ts';
import { asChoice } from '../../../../wording/asChoice.ts';
import { equalityLabels } from '../../../../wording/equality.ts';
import {
  choicesOf,
  gradeLabels,
  legalBasisLabels,
  relationshipLabels,
  routeLabels,
} from '../../../../wording/labels.ts';
import { safeContactChoices } from '../../../../wording/safeContact.ts';
import { childrenTyped, mustNotSeeTyped, readAnswers } from './form.ts';
import {
  childRows,
  dashAnswerLabels,
  dashField,
  mostChildren,
  mustNotSeeRoom,
  mustNotSeeRows,
  otherAgencies,
  otherFormLabels,
  questionWords,
} from './questions.ts';

interface Named {
  readonly code: string;
  readonly name: string;
}

/** The questions of a referral with their choices, in the order in which they are asked. */
export function presentReferral(areas: readonly Named[], agencies: readonly Named[], answers: Fields) {
  return {
    words: questionWords,
    areas: areas.map(asChoice),
    agencies: agencies.map(asChoice),
    routes: choicesOf(routeLabels),
    relationships: choicesOf(relationshipLabels),
    grades: choicesOf(gradeLabels),
    legalBases: choicesOf(legalBasisLabels),
    questions: dashQuestions.map((_text, index) => dashField(index)),
    dashAnswers: choicesOf(dashAnswerLabels),
    childRows: rowNumbers(Math.min(mostChildren, Math.max(childRows, ...childrenTyped(answers).map((row) => row + 4)))),
    hasRoomForMore: childrenTyped(answers).length < mostChildren,
    moreAgencies: otherAgencies.map((row) => `referringAgencies.${row}`),
    otherForms: choicesOf(otherFormLabels),
    mustNotSee: rowNumbers(
      Math.min(
        mustNotSeeRows.length,
        Math.max(mustNotSeeRoom, ...mustNotSeeTyped(answers).map((row) => row + 1 + mustNotSeeRoom)),
      ),
    ).map((row) => `mustNotSee.${row}`),
    mayNameMore: mustNotSeeTyped(answers).length < mustNotSeeRows.length,
    safeContact: { ...safeContactChoices, rows: rowNumbers(windowRows) },
    equality: Object.entries(equalityLabels).map(([name, labels]) => ({
      name: `victim.equality.${name}`,
      items: choicesOf(labels),
    })),
    sexes: choicesOf(equalityLabels.sex),
  };
}

/** How far the checklist has come, as the page says it while one answers; null where nobody has begun it. */
export function dashSoFar(answers: Fields): string | null {
  const given = readAnswers(answers)?.filter((answer) => answer !== '');
  // What is no answer counts as little as one that is not "yes".
  return given
    ? `${countDash(given as YesNoUnknown[])} yes so far, ${given.length} of ${dashQuestionCount} answered`
    : null;
}
