import { addDays, epochMs, instantAt, londonMoment, occurredOnDay } from '../../domain/calendar/london.ts';
import type { IsoDate, Occurred } from '../../domain/calendar/time.ts';
import {
  englandAndWales,
  isWorkingDay,
  onOrAfterWorkingDay,
  workingDaysAfter,
  workingDaysBefore,
} from '../../domain/calendar/workingCalendar.ts';
import type { Chance } from './random.ts';

/** A moment of a London day, given in minutes after midnight. */
export function atMinute(date: IsoDate, minute: number): Occurred {
  const hours = String(Math.floor(minute / 60)).padStart(2, '0');
  const minutes = String(minute % 60).padStart(2, '0');
  return { at: londonMoment(date, `${hours}:${minutes}`), precision: 'minute' };
}

/** Some moment of a London day between two full hours. */
export function duringDay(chance: Chance, date: IsoDate, fromHour = 9, toHour = 17): Occurred {
  return atMinute(date, chance.between(fromHour * 60, toHour * 60 - 1));
}

/** A day of which nobody noted the hour, or a moment of it: people write both. */
export function someTimeOn(chance: Chance, date: IsoDate): Occurred {
  return chance.happens(0.3) ? occurredOnDay(date) : duringDay(chance, date);
}

/** The nth working day after a day. */
export function workingDaysLater(date: IsoDate, days: number): IsoDate {
  return workingDaysAfter(englandAndWales, date, days).date;
}

/** The nth working day before a day. */
export function workingDaysEarlier(date: IsoDate, days: number): IsoDate {
  return workingDaysBefore(englandAndWales, date, days).date;
}

/** The day itself when people work on it, else the next day on which they do. */
export function workingDayFrom(date: IsoDate): IsoDate {
  return onOrAfterWorkingDay(englandAndWales, date);
}

/** Whether offices are open that day. */
export function isOfficeDay(date: IsoDate): boolean {
  return isWorkingDay(englandAndWales, date);
}

/** So many minutes after something that happened at a known minute. */
export function minutesLater(earlier: Occurred, minutes: number): Occurred {
  return { at: instantAt(epochMs(earlier.at) + minutes * 60_000), precision: 'minute' };
}

/** The later of two days. */
export function laterOf(a: IsoDate, b: IsoDate): IsoDate {
  return a > b ? a : b;
}

/** Every day after the first one up to and including the last. */
export function daysAfterUpTo(first: IsoDate, last: IsoDate): IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = addDays(first, 1); day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
