import { calendarMoment, calendarText, calendarWords } from '../calendar/icalendar.ts';
import type { IsoInstant } from '../calendar/time.ts';

/** What a calendar is told of a meeting; nothing in it is about anybody a case is of. */
export interface Invitation {
  readonly meetingId: string;
  /** How often its date was set or it was cancelled: a calendar takes the highest it has seen. */
  readonly sequence: number;
  readonly cancelled: boolean;
  readonly startsAt: IsoInstant;
  readonly areaName: string;
  /** Where people reach the pages, without a slash at the end; null where whoever makes it does not know. */
  readonly publicUrl: string | null;
}

/** How long a meeting is put down for: 15 cases of 10 to 15 minutes each (SafeLives). */
const minutesLong = 180;

/**
 * A meeting as a calendar takes it (RFC 5545, 5546): one identity for ever, a sequence that grows each time it moves, and
 * a cancellation that takes it out again. The title is read on locked screens: it says that there is a meeting, and of which area.
 */
export function invitationTo(meeting: Invitation, now: IsoInstant): string {
  const { meetingId, sequence, cancelled, startsAt, areaName, publicUrl } = meeting;
  return calendarText([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//MARAC Casework//Meetings//EN',
    `METHOD:${cancelled ? 'CANCEL' : 'PUBLISH'}`,
    'BEGIN:VEVENT',
    `UID:${meetingId}@marac`,
    `SEQUENCE:${sequence}`,
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `DTSTAMP:${calendarMoment(now)}`,
    `DTSTART:${calendarMoment(startsAt)}`,
    `DURATION:PT${minutesLong}M`,
    `SUMMARY:${calendarWords(`MARAC ${areaName}`)}`,
    ...(publicUrl === null ? [] : [`URL:${publicUrl}/meetings/${meetingId}`]),
    'CLASS:CONFIDENTIAL',
    'TRANSP:OPAQUE',
    'END:VEVENT',
    'END:VCALENDAR',
  ]);
}
