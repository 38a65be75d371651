import { londonMoment } from '../../domain/calendar/london.ts';
import type { Fields } from './fields.ts';

/** What somebody typed into a field that holds one line; empty where there is none. */
export function typed(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value.trim() : '';
}

/**
 * A date as people here type it (`9/3/2026`, `09.03.2026`, `2026-03-09`), written `2026-03-09`. What is no date comes
 * back as it was typed, so that the schema says what is wrong with it.
 */
export function readDate(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const [, day, month, year] = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(trimmed) ?? [];
  if (day === undefined || month === undefined || year === undefined) return trimmed;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** A time as people type it (`9:30`, `0930`, `9.30am`, `2pm`), written `09:30`; null where it is none. */
export function readTime(text: string): string | null {
  const [, hours, minutes = '00', half] = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*([ap]m)?$/i.exec(text.trim()) ?? [];
  if (hours === undefined) return null;
  const shift =
    half?.toLowerCase() === 'pm' && Number(hours) < 12 ? 12 : half?.toLowerCase() === 'am' && hours === '12' ? -12 : 0;
  const hour = Number(hours) + shift;
  if (hour > 23 || Number(minutes) > 59) return null;
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}

/** A date and perhaps a time of day in London, as contracts read it: the date alone, or the moment. */
export function readMoment(date: string, time: string): string | undefined {
  const day = readDate(date);
  if (day === undefined) return time.trim() === '' ? undefined : 'a time without its day';
  if (time.trim() === '') return day;
  const clock = readTime(time);
  if (clock === null || !/^\d{4}-\d\d-\d\d$/.test(day)) return `${day} ${time}`;
  try {
    return londonMoment(day, clock);
  } catch {
    return `${day} ${time}`;
  }
}
