import { calendarNamed, calendarWith } from '../../domain/calendar/announcedDays.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { englandAndWales } from '../../domain/calendar/workingCalendar.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import { clocksPlannedAnew } from '../../domain/duties/planClocksAnew.ts';
import { defaultPolicyEntries } from '../../domain/policy/defaults.ts';
import { policyInForce } from '../../domain/policy/policyInForce.ts';
import { areaEntriesOf, planningOf, runningClocks } from '../../store/decisions/openRows.ts';
import type { groundRows } from '../../store/replanning/changes.ts';
import type { RunningMatter } from '../../store/replanning/runningMatters.ts';

export type GroundRows = Awaited<ReturnType<typeof groundRows>>;

/** A case or meeting with the clocks that move in it, each as it is and as it becomes. */
export interface MovingMatter extends Omit<RunningMatter, 'clocks' | 'schools'> {
  readonly moves: readonly { readonly was: Clock; readonly becomes: Clock }[];
}

/**
 * The cases and meetings in which planning anew at an instant moves something, by the entries and announced days given:
 * those that count, or those that would. The transaction of each case asks the same rule.
 */
export function whatMoves(
  matters: readonly RunningMatter[],
  { policies, announced }: GroundRows,
  codeOf: (areaId: string) => string,
  at: IsoInstant,
): MovingMatter[] {
  const calendar = calendarWith(englandAndWales, announced);
  const grounds = new Map<string, ReturnType<typeof groundOf>>();
  const groundOf = (areaId: string) => {
    const area = { id: areaId, code: codeOf(areaId) };
    const entries = [...defaultPolicyEntries, ...areaEntriesOf(policies, area)];
    return {
      ...planningOf(policies, area),
      policyOn: (date: string) => policyInForce(entries, area.code, date),
      calendarNamed: (version: string) => calendarNamed(englandAndWales, announced, version),
    };
  };
  return matters.flatMap(({ clocks, schools, ...matter }) => {
    const ground = grounds.get(matter.areaId) ?? groundOf(matter.areaId);
    grounds.set(matter.areaId, ground);
    const { meetingOn } = matter;
    const moves = clocksPlannedAnew(runningClocks(clocks), { ...ground, calendar, at, meetingOn, schools });
    return moves.length === 0 ? [] : [{ ...matter, moves }];
  });
}
