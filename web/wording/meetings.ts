import type { MeetingBoardView } from '../../contracts/views/meetingBoardView.ts';
import type { MeetingView } from '../../contracts/views/officeViews.ts';
import { formatLondonTime } from '../../domain/calendar/london.ts';
import { shortDay } from '../../domain/calendar/shortDay.ts';
import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import type { CaseOutcome, MeetingSort, ResearchResult } from '../../domain/meetings/meetingFact.ts';
import type { Presence } from '../../domain/lifecycle/facts/meeting.ts';
import type { Names } from '../../usecases/office/readNames.ts';
import { counted, dayFromNow, momentWords } from './days.ts';
import type { Labels } from './labels.ts';

export const meetingKindLabels: Labels<MeetingSort> = {
  ordinary: 'Meeting',
  extra: 'Extra meeting',
  emergency: 'Emergency meeting',
};

export const presenceLabels: Labels<Presence> = {
  present: 'Present',
  deputy: 'Sent a deputy',
  apologies: 'Sent apologies',
  absent: 'Absent',
};

export const researchResultLabels: Labels<ResearchResult | 'missing'> = {
  nothingKnown: 'Knows nothing',
  informationHeld: 'Holds information',
  declined: 'Declined',
  missing: 'Has not answered',
};

export const deferralLabels: Labels<Extract<CaseOutcome, { outcome: 'deferred' }>['because']> = {
  nobodyCouldBrief: 'Nobody could brief the meeting',
  other: 'Another reason',
};

/** When a meeting takes place: `Tuesday 3 March, in 2 working days, at 9:30am`. */
export function meetingWhen({ on, startsAt }: Pick<MeetingView, 'on' | 'startsAt'>, now: IsoInstant): string {
  return `${dayFromNow(on, now)}, at ${formatLondonTime(startsAt)}`;
}

/** How full a list is, and how many stand beyond its capacity. */
export function placesWords(taken: number, capacity: number): string {
  const beyond = taken - capacity;
  return `${taken} of ${counted(capacity, 'place')} taken${beyond > 0 ? `, ${beyond} beyond capacity` : ''}`;
}

/** What is next with a meeting, in a few words, and how pressing that is. */
export function meetingStateWords(meeting: MeetingView, now: IsoInstant): { text: string; colour: string } {
  if (meeting.status === 'cancelled') return { text: 'Cancelled', colour: 'grey' };
  if (meeting.status === 'held')
    return meeting.minutesSentAt
      ? { text: 'Minutes are out', colour: 'green' }
      : { text: 'Held, minutes to go out', colour: 'orange' };
  if (meeting.agendaSentAt) return { text: 'Agenda is out', colour: 'green' };
  if (meeting.lockedAt) return { text: 'List locked, agenda to go out', colour: 'yellow' };
  return { text: `List open until ${dayFromNow(meeting.cutOffOn, now)}`, colour: 'blue' };
}

/** Where a meeting stands on the way that meetings go. */
export function meetingStages(view: MeetingBoardView, now: IsoInstant) {
  const reached: [string, IsoInstant | null][] = [
    ['List locked', view.lockedAt],
    ['Agenda out', view.agendaSentAt],
    ['Held', view.heldAt],
    ['Minutes confirmed', view.minutes?.confirmedAt ?? null],
    ['Minutes out', view.minutes?.sentAt ?? null],
  ];
  const steps = reached.map(([text, at]) => ({ text, at }));
  const next = steps.findIndex(
    ({ at }, index) => at === null && steps.slice(index).every((later) => later.at === null),
  );
  return steps.map(({ text, at }, index) => ({
    text,
    state: index === next ? ('now' as const) : at === null ? ('todo' as const) : ('done' as const),
    ...(at === null ? {} : { note: momentWords(at, now, 'day') }),
  }));
}

/** A case on a list, as far as it is marked. */
interface Listed {
  readonly children: number;
  readonly repeat: boolean;
  readonly planReviewed: boolean;
  readonly transferredFrom: string | null;
  readonly deferrals: number;
  /** The day on which an earlier meeting heard it; left out where that is not known here. */
  readonly heardBefore?: IsoDate | null;
  readonly overflow: boolean;
}

/** What a case on a list is marked with, each mark with its colour. */
export function marksOf(listed: Listed, names: Pick<Names, 'area'>): { text: string; colour: string }[] {
  return [
    ...(listed.children > 0 ? [{ text: counted(listed.children, 'child', 'children'), colour: 'blue' }] : []),
    ...(listed.repeat ? [{ text: 'Repeat', colour: 'purple' }] : []),
    ...(listed.repeat && !listed.planReviewed ? [{ text: 'Last plan not reviewed', colour: 'red' }] : []),
    ...(listed.transferredFrom === null
      ? []
      : [{ text: `Transferred from ${names.area(listed.transferredFrom)}`, colour: 'turquoise' }]),
    ...(listed.heardBefore ? [{ text: `Heard before on ${shortDay(listed.heardBefore)}`, colour: 'purple' }] : []),
    ...(listed.deferrals > 0
      ? [{ text: listed.deferrals === 1 ? 'Deferred once' : `Deferred ${listed.deferrals} times`, colour: 'orange' }]
      : []),
    ...(listed.overflow ? [{ text: 'Beyond capacity', colour: 'yellow' }] : []),
  ];
}
