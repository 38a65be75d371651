import { calendarMoment, calendarText, calendarWords } from '../../domain/calendar/icalendar.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';

/** One entry of a calendar; its title is read on locked screens and names nobody. */
export interface CalendarEntry {
  readonly uid: string;
  readonly at: IsoInstant;
  readonly title: string;
  readonly url: string;
}

/** Calendar programs ask for a length; a day's worth would hide everything else. */
const minutesLong = 30;

/** Writes a calendar as programs read it (RFC 5545). Moments are in UTC, so that a change of clocks cannot move them. */
export function writeCalendar(name: string, entries: readonly CalendarEntry[], now: IsoInstant): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//MARAC Casework//Court diary//EN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${calendarWords(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...entries.flatMap(({ uid, at, title, url }) => [
      'BEGIN:VEVENT',
      `UID:${uid}`,
      `DTSTAMP:${calendarMoment(now)}`,
      `DTSTART:${calendarMoment(at)}`,
      `DURATION:PT${minutesLong}M`,
      `SUMMARY:${calendarWords(title)}`,
      `URL:${url}`,
      'CLASS:CONFIDENTIAL',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return calendarText(lines);
}
