import type { ClockView } from '../../contracts/views/clockView.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { dueWords, lateWords, wasDueWords } from './days.ts';
import { type MatterWords, matterWords } from './matters.ts';

export type Urgency = 'late' | 'today' | 'soon' | 'later' | 'quiet';

/** A clock as a line of a list shows it. */
export interface ClockLine extends MatterWords {
  readonly href: string;
  readonly what: string;
  readonly due: string;
  readonly urgency: Urgency;
  readonly urgencyText: string;
  readonly agency: string | null;
}

/** Words for a clock in a list; names of agencies are looked up by whoever asks. */
export function clockLine(
  clock: ClockView,
  now: IsoInstant,
  agencyName: (code: string | null) => string | null,
): ClockLine {
  const urgency = urgencyOf(clock, now);
  return {
    href: `/clocks/${clock.clockId}`,
    what: clock.what,
    ...(matterWords(clock, now) ?? { about: '', aboutHref: '', isCase: false }),
    due: urgency === 'late' ? wasDueWords(clock.due, now) : dueWords(clock.due, now),
    urgency,
    urgencyText: urgencyWords(clock, urgency, now),
    agency: agencyName(clock.agency),
  };
}

/** How urgent a clock is at a moment. */
export function urgencyOf({ status, overdue, due }: ClockView, now: IsoInstant): Urgency {
  if (status !== 'running') return 'quiet';
  if (overdue) return 'late';
  const today = londonDate(now);
  const day = due.type === 'day' ? due.date : londonDate(due.at);
  if (day <= today) return 'today';
  return Date.parse(day) - Date.parse(today) <= 7 * 86_400_000 ? 'soon' : 'later';
}

function urgencyWords({ status, due, outcome }: ClockView, urgency: Urgency, now: IsoInstant): string {
  if (status === 'paused') return 'Paused';
  if (status === 'ended') return { met: 'Met', metLate: 'Met late', cancelled: 'No longer needed' }[outcome ?? 'met'];
  const words = { today: 'Due today', soon: 'Due soon', later: 'On time', quiet: '' };
  return urgency === 'late' ? lateWords(due, now) : words[urgency];
}
