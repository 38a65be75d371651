import type { CaseView } from '../../../../../contracts/views/caseView.ts';
import type { FaultyPart, RequestProblem } from '../../../../../contracts/problemCode.ts';
import type { IsoInstant } from '../../../../../domain/calendar/time.ts';
import type { Dependencies } from '../../../../../usecases/dependencies.ts';
import { readNames } from '../../../../../usecases/office/readNames.ts';
import type { AnswerableField, CommandForm } from '../../../../commandForms/commandForm.ts';
import { beneathTheirAnswers } from '../../../../commandForms/beneathTheirAnswers.ts';
import { dueWords, toldWords } from '../../../../wording/days.ts';
import { labelOf, liveDateLabels, riskLabels } from '../../../../wording/labels.ts';
import { liveDateWhen } from '../../../../wording/liveDates.ts';
import { comparedSafeContact, safeContactWords } from '../../../../wording/safeContact.ts';
import { plainWords } from '../../../../wording/plainWords.ts';
import { standingDates } from './answerable.ts';
import { groundOf } from './ground.ts';

interface Given {
  readonly form: CommandForm;
  readonly fields: readonly AnswerableField[];
  readonly view: CaseView;
  readonly subjectId: string | null;
  readonly now: IsoInstant;
}

/** Where a contact with the victim is recorded: there it stands how that is safe. */
const contacts = ['/contact-attempts', '/outcome-told', '/live-dates/:liveDateId/result-told'];

/** A form about a case in words: what it is about, and its questions, each beneath the answer it belongs to. */
export async function presentCommand(deps: Dependencies, { form, fields, view, subjectId, now }: Given) {
  const names = await readNames(deps);
  return {
    reference: view.reference,
    before: form.before ?? null,
    button: form.button,
    grave: form.grave ?? false,
    about: aboutWords(view, subjectId, now, names.agency),
    earlier: form.path === '/plan-review' ? view.repeatOf : null,
    safeContact: contacts.includes(form.path) ? safeContactWords(view) : null,
    compared: comparedSafeContact(view, subjectId),
    undecided: contacts.includes(form.path) && view.safeContactProposals.length > 0,
    fields: beneathTheirAnswers(fields),
    standing: standingDates(view, now),
    ground: groundOf(form.path, { view, subjectId, names, now }),
  };
}

/** The action, clock, date or plan a form is about. */
function aboutWords(
  view: CaseView,
  subjectId: string | null,
  now: IsoInstant,
  agencyName: (code: string | null) => string | null,
): string | null {
  const action = view.actions.find(({ actionId }) => actionId === subjectId);
  if (action) {
    const what = plainWords(action.description)?.text || labelOf(riskLabels, action.risk);
    return `${what} (${agencyName(action.agency)}${action.due ? `, due ${dueWords(action.due, now)}` : ''})`;
  }
  const clock = view.clocks.find(({ clockId }) => clockId === subjectId);
  if (clock) return `${clock.what}, due ${dueWords(clock.due, now)}`;
  const plan = view.safetyPlans.find(({ planId }) => planId === subjectId);
  if (plan) return `Safety plan, version ${plan.version}, ${toldWords(plan.occurredAt, now)}`;
  const date = view.liveDates.find(({ liveDateId }) => liveDateId === subjectId);
  if (!date) return null;
  const what = labelOf(liveDateLabels, date.kind);
  return date.at === null ? what : `${what}, ${liveDateWhen({ kind: date.kind, at: date.at }, now)}`;
}

/** What stands in the way of something, each in words. */
export function blockingWords(
  blocking: NonNullable<RequestProblem['blocking']>,
  view: CaseView,
  now: IsoInstant,
): FaultyPart[] {
  return blocking.map(({ type, id, code }) => ({
    at: '',
    problem:
      aboutWords(view, id, now, (agency) => agency) ?? `${labelOf({}, type)}${code ? `: ${labelOf({}, code)}` : ''}`,
  }));
}
