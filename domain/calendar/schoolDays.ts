import { addDays } from './london.ts';
import type { IsoDate } from './time.ts';
import { isBeyondKnownCalendar, isWorkingDay, type CountedDate, type WorkingCalendar } from './workingCalendar.ts';

/** The terms of one school year of a local authority, and the days within them on which its schools stay shut. */
export interface SchoolYear {
  /** Which authority’s, which year and which entry of it, in words that stand beside a date. */
  readonly name: string;
  readonly terms: readonly { readonly from: IsoDate; readonly until: IsoDate }[];
  readonly closed: readonly { readonly date: IsoDate; readonly name: string }[];
}

/** A school day that was found, and the school year by which; null where no terms are known for it. */
export interface SchoolDay extends CountedDate {
  readonly by: string | null;
}

/** Days between two terms beyond which it is no holiday: the year between them was not entered. */
const longestHoliday = 70;

/**
 * The first school day after a London date. Where the terms of that time are not known any weekday that is no bank
 * holiday counts and the result says so: a school told too early is no harm, one told too late is.
 */
export function nextSchoolDay(calendar: WorkingCalendar, years: readonly SchoolYear[], after: IsoDate): SchoolDay {
  const skipped: { date: IsoDate; name: string }[] = [];
  for (let date = addDays(after, 1); ; date = addDays(date, 1)) {
    const year = yearOf(years, date);
    const shut = calendar.holidays.get(date) ?? closedOn(year, date);
    if (shut !== undefined) skipped.push({ date, name: shut });
    if (shut !== undefined || year === 'holiday' || !isWorkingDay(calendar, date)) continue;
    const provisional = year === 'notKnown' || isBeyondKnownCalendar(calendar, after, date);
    return { date, skipped, provisional, by: year === 'notKnown' ? null : year.name };
  }
}

/** The earliest of the next school days of several authorities; of none, any weekday counts. */
export function earliestSchoolDay(
  calendar: WorkingCalendar,
  authorities: readonly (readonly SchoolYear[])[],
  after: IsoDate,
): SchoolDay {
  const [first, ...others] = authorities.map((years) => nextSchoolDay(calendar, years, after));
  if (first === undefined) return nextSchoolDay(calendar, [], after);
  return others.reduce((soonest, day) => (day.date < soonest.date ? day : soonest), first);
}

/** The school year in whose term a date lies; a holiday between two terms, or not known. */
function yearOf(years: readonly SchoolYear[], date: IsoDate): SchoolYear | 'holiday' | 'notKnown' {
  const inTerm = years.find(({ terms }) => terms.some(({ from, until }) => from <= date && date <= until));
  if (inTerm) return inTerm;
  const terms = years.flatMap((year) => year.terms);
  const last = terms
    .map(({ until }) => until)
    .filter((until) => until < date)
    .toSorted()
    .at(-1);
  const [next] = terms
    .map(({ from }) => from)
    .filter((from) => from > date)
    .toSorted();
  if (last === undefined || next === undefined) return 'notKnown';
  return next <= addDays(last, longestHoliday) ? 'holiday' : 'notKnown';
}

function closedOn(year: ReturnType<typeof yearOf>, date: IsoDate): string | undefined {
  if (typeof year === 'string') return undefined;
  return year.closed.find((each) => each.date === date)?.name;
}
