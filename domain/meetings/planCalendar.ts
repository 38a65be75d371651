import type { IsoDate, IsoInstant } from '../calendar/time.ts';
import type { PlannedSitting } from './sittingPattern.ts';

/** A meeting of the pattern that stands in the calendar and has not been held. */
export interface StandingMeeting {
  readonly meetingId: string;
  readonly slot: string;
  readonly on: IsoDate;
  readonly startsAt: IsoInstant;
  /** How often its date was set: a meeting that is moved there and back is moved twice. */
  readonly sequence: number;
  /** A meeting whose list is locked stays where it is: agencies were asked and people have made their way free. */
  readonly locked: boolean;
  /** Somebody gave it another moment than its pattern, and said why. */
  readonly movedByHand: boolean;
}

/** Why a meeting stays where it is although its pattern wants it elsewhere, or not at all. */
export type StayReason = 'locked' | 'movedByHand' | 'taken';

/** What has to change for the calendar of an area to be what its pattern says. */
export type CalendarChange =
  | { readonly do: 'call'; readonly sitting: PlannedSitting }
  | {
      readonly do: 'move';
      readonly meetingId: string;
      readonly sequence: number;
      readonly from: IsoInstant;
      readonly sitting: PlannedSitting;
    }
  | { readonly do: 'cancel'; readonly meetingId: string; readonly from: IsoInstant }
  | { readonly do: 'stay'; readonly meetingId: string; readonly from: IsoInstant; readonly because: StayReason };

/** What stands in the way of calling a meeting. */
export interface CalendarTaken {
  /** Moments at which the area meets already, or at which somebody has cancelled a meeting. */
  readonly moments: ReadonlySet<IsoInstant>;
  /** Sittings that were held, or that somebody has cancelled: they are not called again on another day. */
  readonly settledSlots: ReadonlySet<string>;
}

/**
 * Compares the meetings of an area that come from its pattern with what the pattern wants. The sitting of a week or
 * month keeps its meeting, and so does a day on which the area meets by both patterns; what is new is called, what is left over
 * is cancelled. In this order: a new meeting stands before the cases of one that falls away look for another.
 */
export function planCalendar(
  standing: readonly StandingMeeting[],
  wanted: readonly PlannedSitting[],
  { moments, settledSlots }: CalendarTaken,
): readonly CalendarChange[] {
  const { kept, open } = sittingsKept(standing, wanted);
  const calls = open
    .filter(({ startsAt, slot }) => !moments.has(startsAt) && !settledSlots.has(slot))
    .map((sitting): CalendarChange => ({ do: 'call', sitting }));
  const others = standing.flatMap((meeting) => changeOf(meeting, kept.get(meeting.meetingId), moments));
  const isCancelled = (change: CalendarChange) => change.do === 'cancel';
  return [...calls, ...others.filter((change) => !isCancelled(change)), ...others.filter(isCancelled)];
}

/** Which sitting each meeting keeps: that of its own week or month, else the one on its own day; and what nobody keeps. */
function sittingsKept(standing: readonly StandingMeeting[], wanted: readonly PlannedSitting[]) {
  const kept = new Map<string, PlannedSitting>();
  const open = new Set(wanted);
  for (const isItsOwn of [isOfSlot, isOfDay])
    for (const meeting of standing) {
      const own = kept.has(meeting.meetingId) ? undefined : [...open].find((sitting) => isItsOwn(meeting, sitting));
      if (own === undefined) continue;
      kept.set(meeting.meetingId, own);
      open.delete(own);
    }
  return { kept, open: [...open] };
}

function isOfSlot(meeting: StandingMeeting, sitting: PlannedSitting): boolean {
  return meeting.slot === sitting.slot;
}

function isOfDay(meeting: StandingMeeting, sitting: PlannedSitting): boolean {
  return meeting.on === sitting.on;
}

function changeOf(
  { meetingId, sequence, startsAt: from, locked, movedByHand }: StandingMeeting,
  sitting: PlannedSitting | undefined,
  moments: ReadonlySet<IsoInstant>,
): readonly CalendarChange[] {
  if (sitting?.startsAt === from) return [];
  if (locked || movedByHand) return [{ do: 'stay', meetingId, from, because: locked ? 'locked' : 'movedByHand' }];
  if (sitting === undefined) return [{ do: 'cancel', meetingId, from }];
  if (moments.has(sitting.startsAt)) return [{ do: 'stay', meetingId, from, because: 'taken' }];
  return [{ do: 'move', meetingId, sequence, from, sitting }];
}
