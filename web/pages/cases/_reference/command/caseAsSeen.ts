import type { CaseView } from '../../../../../contracts/views/caseView.ts';
import { londonDate } from '../../../../../domain/calendar/london.ts';
import type { IsoInstant } from '../../../../../domain/calendar/time.ts';
import type { Names } from '../../../../../usecases/office/readNames.ts';
import type { Seen } from '../../../../form/seen.ts';
import { dayWords, dueWords } from '../../../../wording/days.ts';
import { gradeLabels, labelOf, riskLabels } from '../../../../wording/labels.ts';
import { plainWords } from '../../../../wording/plainWords.ts';

interface Given {
  readonly names: Names;
  readonly nameOf: (id: string | null) => string | null;
  readonly now: IsoInstant;
}

/** What a form is about that others may change meanwhile: one action, or where the case as a whole stands. */
export function caseAsSeen(view: CaseView, actionId: string | null, { names, nameOf, now }: Given): Seen {
  const action = view.actions.find((each) => each.actionId === actionId);
  if (action)
    return [
      { key: 'Action', value: plainWords(action.description)?.text || labelOf(riskLabels, action.risk) },
      { key: 'Agency', value: names.agency(action.agency) ?? '' },
      { key: 'Who', value: nameOf(action.ownerId) ?? '' },
      { key: 'Due', value: action.due ? dueWords(action.due, now) : '' },
      { key: 'How it stands', value: labelOf({}, action.status) },
    ];
  const meetingOn = view.listings.find(({ status }) => status === 'listed')?.meetingOn;
  return [
    { key: 'Where it stands', value: view.stageMeaning },
    { key: 'Grade', value: view.grade === null ? '' : labelOf(gradeLabels, view.grade) },
    { key: 'Adviser', value: nameOf(view.adviserId) ?? '' },
    { key: 'Meeting', value: meetingOn ? dayWords(meetingOn, londonDate(now)) : '' },
    { key: 'Actions', value: String(view.actions.length) },
    { key: 'Assessments', value: String(view.assessments.length) },
  ];
}
