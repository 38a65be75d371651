import type { IsoInstant } from './time.ts';

/** Lines are at most so many bytes long (RFC 5545, 3.1). */
const longestLine = 75;
const bytes = new TextEncoder();

/** Lines of a calendar as programs read them: long ones folded, each ended as RFC 5545 asks. */
export function calendarText(lines: readonly string[]): string {
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

/** A moment in UTC, so that a change of clocks cannot move it. */
export function calendarMoment(at: IsoInstant): string {
  return `${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** Words with the signs escaped that mean something in a calendar. */
export function calendarWords(text: string): string {
  return text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n');
}

/** A line that is too long goes on in the next one after a space, and no letter is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const letter of line) {
    if (bytes.encode(part + letter).length > longestLine - (parts.length === 0 ? 0 : 1)) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part].join('\r\n ');
}
