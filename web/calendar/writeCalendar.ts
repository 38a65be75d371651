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
/** Lines are at most so many bytes long (RFC 5545, 3.1). */
const longestLine = 75;

/** Writes a calendar as programs read it (RFC 5545). Moments are in UTC, so that a change of clocks cannot move them. */
export function writeCalendar(name: string, entries: readonly CalendarEntry[], now: IsoInstant): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//MARAC Casework//Court diary//EN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...entries.flatMap(({ uid, at, title, url }) => [
      'BEGIN:VEVENT',
      `UID:${uid}`,
      `DTSTAMP:${utc(now)}`,
      `DTSTART:${utc(at)}`,
      `DURATION:PT${minutesLong}M`,
      `SUMMARY:${escaped(title)}`,
      `URL:${url}`,
      'CLASS:CONFIDENTIAL',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function utc(at: IsoInstant): string {
  return `${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n');
}

/** A line that is too long goes on in the next one after a space, and no letter is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const letter of line) {
    if (Buffer.byteLength(part + letter) > longestLine - (parts.length === 0 ? 0 : 1)) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part].join('\r\n ');
}
