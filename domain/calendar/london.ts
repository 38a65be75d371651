import { Temporal } from 'temporal-polyfill';
import { remember } from './remember.ts';
import type { IsoDate, IsoInstant, Occurred } from './time.ts';

/**
 * London dates and moments. Where the clocks go forward, a time that does not exist means the later reading
 * (01:30 becomes 02:30); where they go back, a time that exists twice means the earlier one.
 */
const london = 'Europe/London';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const dayMs = 86_400_000;

/** A day that exists, 29 February left to the slower way: nearly all are, and reading those is far cheaper than reading all there are. */
const existingDay = String.raw`\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))`;
const isExistingDay = new RegExp(`^${existingDay}$`);
/** An instant as we write them. */
const spelledAsOurs = new RegExp(String.raw`^${existingDay}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$`);

/** Milliseconds since 1970 of an instant; throws RangeError where the text is no instant. */
export function epochMs(instant: IsoInstant): number {
  return spelledAsOurs.test(instant) ? Date.parse(instant) : msOf(instant, 0);
}
const msOf = remember((instant) => Temporal.Instant.from(instant).epochMilliseconds);

/** The instant at so many milliseconds since 1970, in the one spelling used everywhere (UTC, milliseconds). */
export function instantAt(ms: number): IsoInstant {
  if (!Number.isInteger(ms)) throw new RangeError('An instant is a whole number of milliseconds.');
  return new Date(ms).toISOString();
}

/** The instant so many hours of elapsed time later (earlier where negative). */
export function addHours(instant: IsoInstant, hours: number): IsoInstant {
  return instantAt(epochMs(instant) + hours * 3_600_000);
}

/** So many minutes that pass later. */
export function addMinutes(instant: IsoInstant, minutes: number): IsoInstant {
  return instantAt(epochMs(instant) + minutes * 60_000);
}

/** The calendar date it is in London at this instant. */
export function londonDate(instant: IsoInstant): IsoDate {
  if (!spelledAsOurs.test(instant) || instant < '1848') return dateInLondon(instant, 0);
  // Since 1848 London has been none, one or two whole hours ahead of Greenwich: only late in the evening the days differ.
  const hour = instant.slice(0, 13);
  return hour.slice(11) < '22' ? hour.slice(0, 10) : dateInLondon(`${hour}:00:00.000Z`, 0);
}
const dateInLondon = remember((instant) =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(london).toPlainDate().toString(),
);

/** The London time of day at this instant, `17:05`, minutes cut off. */
export function londonTime(instant: IsoInstant): string {
  if (!spelledAsOurs.test(instant) || instant < '1848') return timeInLondon(instant, 0);
  // The minutes are those of Greenwich since then, and the clocks are changed on the hour.
  return `${timeInLondon(`${instant.slice(0, 13)}:00:00.000Z`, 0).slice(0, 3)}${instant.slice(14, 16)}`;
}
const timeInLondon = remember((instant) =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(london).toPlainTime().toString({ smallestUnit: 'minute' }),
);

/** The instant of a London wall-clock time (`09:00`) on a date; skipped times read later, doubled times earlier. */
export function londonMoment(date: IsoDate, time: string): IsoInstant {
  return momentInLondon(date, time);
}
const momentInLondon = remember((date, time: string) => {
  const zoned = Temporal.PlainDate.from(date)
    .toPlainDateTime(Temporal.PlainTime.from(time))
    .toZonedDateTime(london, { disambiguation: 'compatible' });
  return instantAt(zoned.epochMilliseconds);
});

/** The first instant of a London day. */
export function startOfLondonDay(date: IsoDate): IsoInstant {
  return londonMoment(date, '00:00');
}

/** The end of a London day, which is the first instant of the next: the day itself lies strictly before it. */
export function endOfLondonDay(date: IsoDate): IsoInstant {
  return startOfLondonDay(addDays(date, 1));
}

/** The date so many calendar days later (earlier where negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return daysLater(date, days);
}
const daysLater = remember((date, days: number) => {
  if (!isExistingDay.test(date) || !Number.isInteger(days))
    return Temporal.PlainDate.from(date).add({ days }).toString();
  const later = instantAt(Date.parse(date) + days * dayMs);
  // Beyond the year 9999 a year has more digits.
  return later.length === 24 ? later.slice(0, 10) : Temporal.PlainDate.from(date).add({ days }).toString();
});

/**
 * The same day of the month so many months later (earlier where negative); where that month has no such day, the
 * first of the month after it. So a flag from 29 February 2024 lasts to 1 March 2025, never a day short.
 */
export function addMonths(date: IsoDate, count: number): IsoDate {
  const from = Temporal.PlainDate.from(date);
  const constrained = from.add({ months: count });
  return (constrained.day === from.day ? constrained : constrained.add({ days: 1 })).toString();
}

/**
 * The same day of the month so many months later; where that month has no such day, its last. For limits that may not
 * be passed: three months from 30 November end on the last day of February.
 */
export function addMonthsWithin(date: IsoDate, count: number): IsoDate {
  return Temporal.PlainDate.from(date).add({ months: count }).toString();
}

/** Calendar days from one date to another; negative where `to` is the earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return daysApart(from, to);
}
const daysApart = remember((from, to: string) =>
  isExistingDay.test(from) && isExistingDay.test(to)
    ? (Date.parse(to) - Date.parse(from)) / dayMs
    : Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days,
);

/** The day of the week, 1 for Monday to 7 for Sunday. */
export function dayOfWeek(date: IsoDate): number {
  return weekdayOf(date, 0);
}
const weekdayOf = remember((date) => Temporal.PlainDate.from(date).dayOfWeek);

/** Something of which only the day is known: kept as London noon, with that precision. */
export function occurredOnDay(date: IsoDate): Occurred {
  return { at: londonMoment(date, '12:00'), precision: 'day' };
}

/** Whether an instant may stand for its London day alone, as `occurredOnDay` keeps it: of noon nobody can tell by the instant. */
export function mayStandForItsDay(at: IsoInstant): boolean {
  return occurredOnDay(londonDate(at)).at === at;
}

/** A date for people, with its weekday: `Monday 9 March 2026`. */
export function formatLondonDate(date: IsoDate): string {
  return dateInWords(date, 0);
}
const dateInWords = remember((date) => {
  const { day, month, year } = Temporal.PlainDate.from(date);
  return `${weekdays[dayOfWeek(date) - 1] ?? ''} ${day} ${months[month - 1] ?? ''} ${year}`;
});

/** A moment for people, in London time: `Monday 9 March 2026 at 5pm`, `… at 4:30pm`, `… at midday`, `… at midnight`. */
export function formatLondonMoment(instant: IsoInstant): string {
  return `${formatLondonDate(londonDate(instant))} at ${formatLondonTime(instant)}`;
}

/** The London time of day as it is spoken: `2:30pm`, `9am`, `midday`, `midnight`. */
export function formatLondonTime(instant: IsoInstant): string {
  const [hour = 0, minute = 0] = londonTime(instant).split(':').map(Number);
  if (minute === 0 && hour === 12) return 'midday';
  if (minute === 0 && hour === 0) return 'midnight';
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

/** When something happened, for people, no more exactly than it is known. */
export function formatOccurred(occurred: Occurred): string {
  return occurred.precision === 'day' ? formatLondonDate(londonDate(occurred.at)) : formatLondonMoment(occurred.at);
}
