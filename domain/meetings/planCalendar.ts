import type { IsoDate, IsoInstant } from '../calendar/time.ts';
import type { PlannedSitting } from './sittingPattern.ts';

/** A meeting of the pattern that stands in the calendar and has not been held. */
export interface StandingMeeting {
  readonly meetingId: string;
  readonly slot: string;
  readonly on: IsoDate;
  readonly startsAt: IsoInstant;
  /** A meeting whose list is locked stays where it is: agencies were asked and people have made their way free. */
  readonly locked: boolean;
}

/** What has to change for the calendar of an area to be what its pattern says. */
export type CalendarChange =
  | { readonly do: 'call'; readonly sitting: PlannedSitting }
  | { readonly do: 'move'; readonly meetingId: string; readonly from: IsoInstant; readonly sitting: PlannedSitting }
  | { readonly do: 'cancel'; readonly meetingId: string; readonly from: IsoInstant }
  /** It should move or fall away, and does not, because its list is locked. */
  | { readonly do: 'stay'; readonly meetingId: string; readonly from: IsoInstant };

/**
 * Compares the meetings of an area that come from its pattern with what the pattern wants: the sitting of a week or
 * month keeps its meeting and moves with it. `taken` are moments at which the area meets already, or has cancelled a
 * meeting: there nothing is called again.
 */
export function planCalendar(
  standing: readonly StandingMeeting[],
  wanted: readonly PlannedSitting[],
  taken: ReadonlySet<IsoInstant>,
  cancelledSlots: ReadonlySet<string>,
): readonly CalendarChange[] {
  const bySlot = new Map(wanted.map((sitting) => [sitting.slot, sitting]));
  const changes: CalendarChange[] = [];
  for (const { meetingId, slot, startsAt: from, locked } of standing) {
    const sitting = bySlot.get(slot);
    bySlot.delete(slot);
    if (sitting?.startsAt === from) continue;
    if (locked) changes.push({ do: 'stay', meetingId, from });
    else if (!sitting) changes.push({ do: 'cancel', meetingId, from });
    else if (!taken.has(sitting.startsAt)) changes.push({ do: 'move', meetingId, from, sitting });
  }
  for (const sitting of bySlot.values())
    if (!taken.has(sitting.startsAt) && !cancelledSlots.has(sitting.slot)) changes.push({ do: 'call', sitting });
  return changes;
}
