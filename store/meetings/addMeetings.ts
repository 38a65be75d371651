import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar.ts';
import { listingCutOff } from '../../domain/clocks/listingCutOff.ts';
import type { PolicyEntry } from '../../domain/policy/policyInForce.ts';
import { policyInForce } from '../../domain/policy/policyInForce.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant, fromIsoDate } from '../time.ts';
import { policyEntriesOf } from '../areas/areaPolicies.ts';

/** A meeting that is to take place. */
export interface NewMeeting {
  readonly id: string;
  readonly areaId: string;
  readonly startsAt: IsoInstant;
  readonly kind: 'ordinary' | 'extra' | 'emergency';
  /** How many cases it takes; where nothing is said, as many as the area's policy says for that date. */
  readonly capacity?: number | undefined;
}

/**
 * Puts meetings into the calendar of their areas, with the cut-off and capacity of the policy in force on its
 * London date. A meeting of the area that begins at the same moment stands already and is left as it is. Returns how many were new.
 */
export async function addMeetings(
  tx: Tx,
  meetings: readonly NewMeeting[],
  calendar: WorkingCalendar,
  now: IsoInstant,
): Promise<number> {
  const areaIds = [...new Set(meetings.map(({ areaId }) => areaId))];
  const areas = await tx.area.findMany({ where: { id: { in: areaIds } }, select: { id: true, code: true } });
  const known = new Map<string, { code: string; entries: readonly PolicyEntry[] }>();
  for (const { id, code } of areas) known.set(id, { code, entries: await policyEntriesOf(tx, { id, code }) });
  const { count } = await tx.meeting.createMany({
    skipDuplicates: true,
    data: meetings.map(({ id, areaId, kind, startsAt, capacity }) => {
      const area = known.get(areaId);
      if (!area) throw new Error('A meeting belongs to an area');
      const onDate = londonDate(startsAt);
      const policy = policyInForce(area.entries, area.code, onDate);
      return {
        id,
        areaId,
        kind,
        status: 'planned',
        onDate: fromIsoDate(onDate),
        startsAt: fromInstant(startsAt),
        // An emergency meeting is convened for its cases: they are listed up to the day itself.
        cutOffOn: fromIsoDate(kind === 'emergency' ? onDate : listingCutOff(onDate, policy, calendar).date),
        capacity: capacity ?? policy.meeting.capacity.value,
        createdAt: fromInstant(now),
      };
    }),
  });
  return count;
}
