import type { ClockView } from '../../contracts/views/clockView.ts';
import { daysBetween, londonDate } from '../../domain/calendar/london.ts';
import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import type { Clock, Due } from '../../domain/clocks/clock.ts';
import { describeClockKind } from '../../domain/clocks/clockKind.ts';
import type { Codes } from '../office/codes.ts';

/** A clock with what a board needs beside it. */
export interface ClockOnBoard {
  /** Null where it is of a meeting or of an assessment that stands alone. */
  readonly reference: string | null;
  readonly meetingId?: string | null;
  readonly meetingOn?: IsoDate | null;
  readonly assessmentId?: string | null;
  readonly assessmentOn?: IsoDate | null;
  readonly agencyId: string | null;
  readonly ownerId: string | null;
  readonly silent: boolean;
  readonly rungsFired: number;
  readonly clock: Clock;
}

/** A clock as it stands at a moment; due today is not overdue. */
export function presentClock(row: ClockOnBoard, codes: Codes, now: IsoInstant): ClockView {
  const { clock, meetingId, meetingOn, assessmentId, assessmentOn } = row;
  const status = statusOf(clock);
  const overdue = status === 'running' && clock.overdueAt <= now;
  return {
    clockId: clock.id,
    reference: row.reference,
    meeting: meetingId && meetingOn ? { meetingId, on: meetingOn } : null,
    assessment: assessmentId && assessmentOn ? { assessmentId, on: assessmentOn } : null,
    kind: clock.kind,
    what: describeClockKind(clock.kind),
    subject: { type: clock.subject.type, id: clock.subject.id },
    status,
    due: clock.due,
    originalDue: clock.originalDue,
    overdueAt: clock.overdueAt,
    overdue,
    daysLate: overdue ? Math.max(0, daysBetween(dueDay(clock.due), londonDate(now))) : 0,
    silent: row.silent,
    agency: codes.agency(row.agencyId),
    ownerId: row.ownerId,
    rungsFired: row.rungsFired,
    nextReminderAt: row.silent ? null : (clock.next?.at ?? null),
    outcome: clock.end?.outcome ?? null,
  };
}

function dueDay(due: Due): string {
  return due.type === 'day' ? due.date : londonDate(due.at);
}

function statusOf({ end, pauses }: Clock): ClockView['status'] {
  if (end) return 'ended';
  return pauses.some(({ until }) => until === null) ? 'paused' : 'running';
}
