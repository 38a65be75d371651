import type { BankHoliday } from './bankHolidays.ts';
import type { WorkingCalendar } from './workingCalendar.ts';

/** Bank holidays that were announced after the published list, under a version of their own; one that was taken back no longer counts. */
export interface AnnouncedDays {
  readonly version: string;
  readonly events: readonly BankHoliday[];
  readonly withdrawn: boolean;
}

/** The published calendar with every announced day that counts, in the order given; its version names each of them. */
export function calendarWith(published: WorkingCalendar, announced: readonly AnnouncedDays[]): WorkingCalendar {
  return announced.filter(({ withdrawn }) => !withdrawn).reduce(withDays, published);
}

/** The calendar that a version names, though some of its days were taken back since; null where it is not known here. */
export function calendarNamed(
  published: WorkingCalendar,
  announced: readonly AnnouncedDays[],
  version: string,
): WorkingCalendar | null {
  if (version === published.version) return published;
  if (!version.startsWith(`${published.version}+`)) return null;
  const names = version.slice(published.version.length + 1).split('+');
  const days = names.map((name) => announced.find((each) => each.version === name));
  return days.every((each) => each !== undefined) ? days.reduce(withDays, published) : null;
}

function withDays(calendar: WorkingCalendar, { version, events }: AnnouncedDays): WorkingCalendar {
  const added = events.map(({ date, title }): [string, string] => [date, title]);
  return {
    ...calendar,
    version: `${calendar.version}+${version}`,
    holidays: new Map([...calendar.holidays, ...added]),
  };
}
