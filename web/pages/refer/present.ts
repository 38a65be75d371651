import {
  disabilityAnswers,
  ethnicityAnswers,
  genderIdentityAnswers,
  orientationAnswers,
  sexAnswers,
} from '../../../domain/equality/equality.ts';
import { dashQuestions } from '../../../domain/dash/questions.ts';
import {
  choicesOf,
  gradeLabels,
  labelOf,
  legalBasisLabels,
  mediumLabels,
  relationshipLabels,
  routeLabels,
} from '../../wording/labels.ts';
import { childRows } from './form.ts';

interface Named {
  readonly code: string;
  readonly name: string;
}

const equalityWords: Readonly<Record<string, string>> = {
  notAsked: 'Not asked',
  notSaid: 'Would rather not say',
  sameAsAtBirth: 'The same as registered at birth',
  differentFromAtBirth: 'Different from that registered at birth',
  gayOrLesbian: 'Gay or lesbian',
  gypsyOrIrishTraveller: 'Gypsy or Irish Traveller',
  whiteBritish: 'White British',
  whiteIrish: 'White Irish',
  asianOther: 'Asian, other',
  blackOther: 'Black, other',
  blackAfrican: 'Black African',
  blackCaribbean: 'Black Caribbean',
  mixedOther: 'Mixed, other',
  whiteOther: 'White, other',
  whiteAndBlackCaribbean: 'White and Black Caribbean',
  whiteAndBlackAfrican: 'White and Black African',
  whiteAndAsian: 'White and Asian',
};

/** The questions of a referral with their choices, in the order in which they are asked. */
export function presentReferral(areas: readonly Named[], agencies: readonly Named[]) {
  return {
    areas: areas.map(byName),
    agencies: agencies.map(byName),
    routes: choicesOf(routeLabels),
    relationships: choicesOf(relationshipLabels),
    grades: choicesOf(gradeLabels),
    media: choicesOf(mediumLabels),
    legalBases: choicesOf(legalBasisLabels),
    questions: dashQuestions.map((text, index) => ({
      name: `assessment.answers.${String(index)}`,
      number: index + 1,
      text,
    })),
    childRows: Array.from({ length: childRows }, (_, index) => index),
    equality: [
      { name: 'victim.equality.sex', text: 'Sex', items: choices(sexAnswers) },
      { name: 'victim.equality.ethnicity', text: 'Ethnic group', items: choices(ethnicityAnswers) },
      { name: 'victim.equality.sexualOrientation', text: 'Sexual orientation', items: choices(orientationAnswers) },
      { name: 'victim.equality.genderIdentity', text: 'Gender identity', items: choices(genderIdentityAnswers) },
      { name: 'victim.equality.disability', text: 'Disability', items: choices(disabilityAnswers) },
    ],
    sexes: choices(sexAnswers),
  };
}

function byName({ code, name }: Named) {
  return { value: code, text: name };
}

function choices(codes: readonly string[]) {
  return codes.map((value) => ({ value, text: labelOf(equalityWords, value) }));
}
