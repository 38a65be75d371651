import fs from 'node:fs';
import path from 'node:path';
import { dayOfWeek, londonMoment } from '../../domain/calendar/london.ts';
import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';

const file = path.resolve(import.meta.dirname, '..', '..', 'docs', 'clocks.md');
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** One row of a table of the page, by the headings of its columns; `section` is the heading above it, `code` the code under that. */
export interface PageRow {
  readonly section: string;
  readonly code: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** Every row of every table of docs/clocks.md, in the order of the page. */
export function readClocksPage(): readonly PageRow[] {
  let section = '';
  let code = '';
  let heads: readonly string[] = [];
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('#')) [section, code] = [line.replace(/^#+ /, ''), ''];
      if (/^`\w+`$/.test(line)) code = line.replaceAll('`', '');
      if (!line.startsWith('|')) {
        heads = [];
        return [];
      }
      const values = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      if (heads.length === 0) {
        heads = values;
        return [];
      }
      if (values.every((value) => /^[-:]+$/.test(value))) return [];
      return [{ section, code, cells: Object.fromEntries(heads.map((head, index) => [head, values[index] ?? ''])) }];
    });
}

/** A date of the page, `Thu 2 Apr 2026`; throws where the weekday is not the one of that date. */
export function dateOnPage(text: string): IsoDate {
  const [weekday = '', day = '', month = '', year = ''] = text.split(' ');
  const date = `${year}-${String(months.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (weekdays[dayOfWeek(date) - 1] !== weekday) throw new Error(`${text} is not a ${weekday}`);
  return date;
}

/** A London moment of the page, `Thu 2 Apr 2026 15:00`. */
export function momentOnPage(text: string): IsoInstant {
  const time = /\d\d:\d\d$/.exec(text)?.[0];
  if (time === undefined) throw new Error(`${text} has no time of day`);
  return londonMoment(dateOnPage(text), time);
}
