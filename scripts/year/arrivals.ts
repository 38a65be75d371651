import { epochMs } from '../../domain/calendar/london.ts';
import type { Occurred } from '../../domain/calendar/time.ts';
import type { YearArea } from './areas.ts';
import type { YearCalendar } from './calendarOfMeetings.ts';
import { itemAt } from './itemAt.ts';
import { daysAfterUpTo } from './moments.ts';
import type { Chance } from './random.ts';
import { arrival } from './reception.ts';
import type { ListingWindow } from './reception.ts';
import { planReferrers } from './referrers.ts';
import { planSlots } from './schedule.ts';
import type { Slot } from './schedule.ts';
import { wholeFigure } from './table.ts';
import type { YearFigures } from './table.ts';

/** A referral of the year: its place among the meetings, who made it and when it came. */
export interface Arrival extends Slot {
  readonly referringAgencies: readonly string[];
  readonly received: Occurred;
}

/** Every referral of an area's year in the order of receipt; those of one pair are meetings apart, so they keep theirs. */
export function planArrivals(chance: Chance, table: YearFigures, area: YearArea, calendar: YearCalendar): Arrival[] {
  const cases = wholeFigure(table, 'Cases', area.name);
  const repeats = wholeFigure(table, 'Repeat cases', area.name);
  const referrers = planReferrers(table, area, chance);
  const windows = listingWindows(calendar);
  return planSlots(chance, cases, repeats, itemAt(calendar.meetings, 0).capacity)
    .map((slot, index): Arrival => {
      const referringAgencies = itemAt(referrers, index);
      const received = arrival(chance, itemAt(windows, slot.listedOn), referringAgencies[0] === 'police');
      return { ...slot, referringAgencies, received };
    })
    .sort((a, b) => epochMs(a.received.at) - epochMs(b.received.at));
}

function listingWindows({ meetings, previousCutOff }: YearCalendar): ListingWindow[] {
  return meetings.map(({ cutOff }, index) => {
    const after = index === 0 ? previousCutOff : itemAt(meetings, index - 1).cutOff;
    return { days: daysAfterUpTo(after, cutOff), cutOff };
  });
}
