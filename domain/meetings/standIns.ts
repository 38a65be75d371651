import type { MeetingSort } from './meetingFact.ts';
import type { StandingMeeting } from './planCalendar.ts';
import type { PlannedSitting } from './sittingPattern.ts';

/** A meeting to come that is none of the pattern. */
export interface MeetingBeside extends Omit<StandingMeeting, 'slot'> {
  readonly kind: MeetingSort;
  /** Whether it has a record; one that was put down before meetings had any gets it when the calendar is made at night. */
  readonly recorded: boolean;
}

/**
 * Meetings beside the pattern that stand on the very moment of a sitting which no meeting of the pattern has and nobody has settled: for
 * everybody who goes there each is the meeting of that week or month, so it goes where that sitting goes. An emergency
 * meeting is called for its cases and stays.
 */
export function standIns(
  beside: readonly MeetingBeside[],
  standing: readonly StandingMeeting[],
  wanted: readonly PlannedSitting[],
  settledSlots: ReadonlySet<string>,
): readonly StandingMeeting[] {
  const kept = new Set(standing.map(({ slot }) => slot));
  const free = wanted.filter(({ slot }) => !kept.has(slot) && !settledSlots.has(slot));
  const mayGo = beside.filter(({ kind, recorded }) => kind !== 'emergency' && recorded);
  return free.flatMap(({ slot, startsAt }) => {
    const found = mayGo.find((meeting) => meeting.startsAt === startsAt);
    if (!found) return [];
    const { kind: _sort, recorded: _record, ...meeting } = found;
    return [{ ...meeting, slot }];
  });
}
