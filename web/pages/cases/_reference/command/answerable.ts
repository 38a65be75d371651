import type { CaseView } from '../../../../../contracts/views/caseView.ts';
import type { MeetingView } from '../../../../../contracts/views/officeViews.ts';
import { londonDate } from '../../../../../domain/calendar/london.ts';
import type { IsoDate, IsoInstant } from '../../../../../domain/calendar/time.ts';
import { isSchoolTold } from '../../../../../domain/children/isSchoolTold.ts';
import { canBeNotified } from '../../../../../usecases/cases/canBeNotified.ts';
import { stageMeanings, type Stage } from '../../../../../domain/lifecycle/stage.ts';
import { dashQuestions } from '../../../../../domain/dash/questions.ts';
import type { Dependencies } from '../../../../../usecases/dependencies.ts';
import { listMeetings } from '../../../../../usecases/meetings/listMeetings.ts';
import { listAgencies, listAreas } from '../../../../../usecases/office/listOffice.ts';
import { listPeople } from '../../../../../usecases/people/people.ts';
import type { AnswerableField, Choice, CommandForm, Field } from '../../../../commandForms/commandForm.ts';
import { dayWords, momentWords } from '../../../../wording/days.ts';
import { ageBandLabels, handoverLabels, labelOf, liveDateLabels } from '../../../../wording/labels.ts';

/** The questions of a form about this case, with their choices found: people, agencies, meetings, children, dates. */
export async function answerable(
  deps: Dependencies,
  { fields }: CommandForm,
  view: CaseView,
  now: IsoInstant,
): Promise<AnswerableField[]> {
  return Promise.all(fields.map(async (field) => ({ ...field, choices: await choicesFor(deps, field, view, now) })));
}

async function choicesFor(
  deps: Dependencies,
  field: Field,
  view: CaseView,
  now: IsoInstant,
): Promise<readonly Choice[]> {
  switch (field.kind) {
    case 'radios':
    case 'checkboxes':
    case 'select':
      return field.choices;
    case 'agency':
    case 'agencies':
      return (await listAgencies(deps)).map(({ code, name }) => ({ value: code, text: name }));
    case 'person':
    case 'people':
      return (await listPeople(deps, { role: field.role })).map(({ practitionerId, name }) => {
        return { value: practitionerId, text: name };
      });
    case 'disposals':
      return (await listPeople(deps, {})).map(({ practitionerId, name }) => ({ value: practitionerId, text: name }));
    case 'area':
      return (await listAreas(deps))
        .filter(({ code }) => code !== view.area)
        .map(({ code, name }) => ({ value: code, text: name }));
    case 'sameTwo':
      return view.sameTwo.map(({ reference, stage, receivedAt }) => ({
        value: reference,
        text: `${reference}, received ${momentWords(receivedAt, now, 'day')}: ${stageMeanings[stage as Stage]}`,
      }));
    case 'dash':
      return dashQuestions.map((text, index) => ({ value: String(index), text }));
    case 'meeting':
      return meetingsOf(deps, view, now, (meeting) => isOpen(meeting, londonDate(now)));
    case 'lockedMeeting':
      return meetingsOf(deps, view, now, ({ lockedAt, status }) => lockedAt !== null && status === 'planned');
    case 'emergencyMeeting':
      return meetingsOf(deps, view, now, ({ kind, status }) => kind === 'emergency' && status === 'planned');
    case 'ownMeeting':
      return view.listings
        .filter(({ status }) => status === 'listed')
        .map(({ meetingId, meetingOn }) => {
          return { value: meetingId, text: meetingOn ? dayWords(meetingOn, londonDate(now)) : 'The meeting' };
        });
    case 'handover':
      return view.handovers.filter(handoversFor[field.which]).map(({ handoverId, kind, to, madeAt }) => {
        return {
          value: handoverId,
          text: `${labelOf(handoverLabels, kind)} to ${to ?? ''}, ${momentWords(madeAt, now, 'day')}`,
        };
      });
    case 'covers':
      return [
        { value: 'victim', text: 'The victim' },
        ...view.children.map(({ childId, ageBand, who }, index) => {
          return { value: childId, text: childWords(who, ageBand, index) };
        }),
      ];
    case 'child':
    case 'children':
      return view.children
        .filter(childrenFor[field.which])
        .map(({ childId, ageBand, who }, index) => ({ value: childId, text: childWords(who, ageBand, index) }));
    default:
      return [];
  }
}

type ChildOfCase = CaseView['children'][number];

const childrenFor: Record<Extract<Field, { kind: 'child' | 'children' }>['which'], (child: ChildOfCase) => boolean> = {
  any: () => true,
  unnotified: canBeNotified,
  uncovered: ({ notified, servicesBy }) => !notified && servicesBy === 'nobody',
  atSchool: ({ school }) => school !== null && !isSchoolTold(school.result ?? undefined),
};

type Handover = CaseView['handovers'][number];

const handoversFor: Record<Extract<Field, { kind: 'handover' }>['which'], (handover: Handover) => boolean> = {
  unacknowledged: ({ acknowledgedAt }) => acknowledgedAt === null,
  standing: ({ refusedAt }) => refusedAt === null,
  refused: ({ refusedAt, settledAt }) => refusedAt !== null && settledAt === null,
};

/** Whether a list still takes whoever is put on it: it is not locked, and its cut-off has not passed. */
function isOpen({ status, lockedAt, cutOffOn }: MeetingView, today: IsoDate): boolean {
  return status === 'planned' && lockedAt === null && cutOffOn >= today;
}

async function meetingsOf(
  deps: Dependencies,
  view: CaseView,
  now: IsoInstant,
  fits: (meeting: MeetingView) => boolean,
): Promise<Choice[]> {
  const listed = await listMeetings(deps, { area: view.area });
  const today = londonDate(now);
  return (listed.ok ? listed.items : [])
    .filter((meeting) => meeting.status !== 'cancelled' && fits(meeting))
    .map(({ meetingId, on, listed: count, capacity }) => {
      return { value: meetingId, text: `${dayWords(on, today)} (${count} of ${capacity} places taken)` };
    });
}

function childWords(who: CaseView['victim'], ageBand: string, index: number): string {
  const known = who?.identity as { givenNames?: string; familyName?: string } | null | undefined;
  const name = known?.givenNames === undefined ? `Child ${index + 1}` : `${known.givenNames} ${known.familyName ?? ''}`;
  return `${name.trim()} (${labelOf(ageBandLabels, ageBand).toLowerCase()})`;
}

/** The dates of a case that still stand, for the one who closes it. */
export function standingDates(view: CaseView, now: IsoInstant): { id: string; text: string }[] {
  return view.liveDates
    .filter(({ status }) => status === 'live')
    .map(({ liveDateId, kind, at }) => ({
      id: liveDateId,
      text: `${labelOf(liveDateLabels, kind)}${at ? `, ${momentWords(at, now, 'day')}` : ''}`,
    }));
}
