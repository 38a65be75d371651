import {
  addDays,
  daysBetween,
  formatLondonDate,
  formatLondonTime,
  londonDate,
  mayStandForItsDay,
} from '../../domain/calendar/london.ts';
import type { IsoDate, IsoInstant, Precision } from '../../domain/calendar/time.ts';
import { timeApart } from '../../domain/calendar/timeApart.ts';
import { englandAndWales, workingDaysBetween } from '../../domain/calendar/workingCalendar.ts';
import type { Due } from '../../domain/clocks/clock.ts';
import { dueDate } from '../../domain/clocks/dueFor.ts';
import { mostCounted } from '../../usecases/clocks/dutiesAhead.ts';

/** `Tuesday 3 March`, with the year where it is not this one. */
export function dayWords(date: IsoDate, today: IsoDate): string {
  const words = formatLondonDate(date);
  return date.slice(0, 4) === today.slice(0, 4) ? words.slice(0, -5) : words;
}

/** A month as people say it: `March 2026`. */
export function monthWords(month: string): string {
  return formatLondonDate(`${month}-01`).split(' ').slice(2).join(' ');
}

/** How far a day is away, up to four weeks ahead in working days: `today`, `tomorrow`, `in 2 working days`, `in 7 years`, `3 days ago`. */
export function distanceWords(date: IsoDate, today: IsoDate): string {
  const days = daysBetween(today, date);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  if (days < 0) return `${timeApart(date, today)} ago`;
  const working = days > 28 ? 0 : workingDaysBetween(englandAndWales, today, date);
  return working === 0 ? `in ${timeApart(today, date)}` : `in ${working} working ${working === 1 ? 'day' : 'days'}`;
}

/** A day with how far it is away: `Tuesday 3 March, in 2 working days`. */
export function dayFromNow(date: IsoDate, now: IsoInstant): string {
  const today = londonDate(now);
  return `${dayWords(date, today)}, ${distanceWords(date, today)}`;
}

/** By when something was due that is late by now: how late it is, is said beside it. */
export function wasDueWords(due: Due, now: IsoInstant): string {
  return due.type === 'day' ? dayWords(due.date, londonDate(now)) : momentWords(due.at, now);
}

/** How late something is that is overdue by now: `Late today`, `3 days late`, `9 weeks late`. */
export function lateWords(due: Due, now: IsoInstant): string {
  const [day, today] = [dueDate(due), londonDate(now)];
  return day >= today ? 'Late today' : `${timeApart(day, today)} late`;
}

/** By when something is due: a day clock by its day, an instant clock with its time of day. */
export function dueWords(due: Due, now: IsoInstant): string {
  if (due.type === 'day') return dayFromNow(due.date, now);
  const day = londonDate(due.at);
  const today = londonDate(now);
  return `${formatLondonTime(due.at)} on ${dayWords(day, today)}, ${distanceWords(day, today)}`;
}

/** When something happened or will, in London time, no more exactly than it is known: `Tuesday 3 March at 2:30pm`. */
export function momentWords(at: IsoInstant, now: IsoInstant, precision: Precision = 'minute'): string {
  const today = londonDate(now);
  const day = londonDate(at);
  const named = day === today ? 'today' : day === addDays(today, -1) ? 'yesterday' : dayWords(day, today);
  return precision === 'day' ? named : `${named} at ${formatLondonTime(at)}`;
}

/**
 * When something happened as somebody said it, where it was not kept whether they knew the time of day: at noon the day alone is
 * said, rather than an hour that may not have come yet.
 */
export function toldWords(at: IsoInstant, now: IsoInstant): string {
  return momentWords(at, now, mayStandForItsDay(at) ? 'day' : 'minute');
}

/** A number with its noun: `1 action`, `3 actions`. */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}

/** A number that was counted up to `mostCounted`: beyond it, it is said that there are more. */
export function upTo(count: number): string {
  return count > mostCounted ? `over ${mostCounted}` : String(count);
}

/** A sentence that begins with a capital, for words that usually stand inside one. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
