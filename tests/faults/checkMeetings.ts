import type { readColumns } from '../../store/projection/writeSet.ts';
import { rebuildMeeting } from '../../store/rebuild/rebuildMeeting.ts';
import type { World } from './world.ts';

interface List {
  readonly meetingId: string;
  readonly capacity: number;
  readonly listed: number;
  /** Of these, the ones that came onto the first open list because it had room. */
  readonly within: number;
  /** Every time a case came onto a list of the area's. */
  readonly everInArea: number;
}

/** Lists that a case is looked for a place on before one is filled beyond its room. */
const listsInView = 8;

/**
 * The meetings that cases were put on: their read model is what their record says, and their lists are right.
 */
export async function checkMeetings(world: World, columnsOf: Awaited<ReturnType<typeof readColumns>>): Promise<void> {
  const { store } = world;
  const workedOn = await store.prisma.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM meeting WHERE seq > 0 AND id IN (SELECT meeting_id FROM listing)`;
  for (const { id } of workedOn) {
    const rebuilt = await rebuildMeeting(store, id, columnsOf);
    if (rebuilt.status !== 'same')
      throw new Error(`Meeting ${id}: the read model is not what the record says (${JSON.stringify(rebuilt)}).`);
  }
  await checkLists(world);
}

/**
 * What the lock of a meeting's row is for: whatever died while cases came onto lists and off them, no list took more
 * than it has room for while there was room elsewhere, and no case stands on two.
 */
async function checkLists({ store }: World): Promise<void> {
  const lists = await store.prisma.$queryRaw<List[]>`
    SELECT m.id AS "meetingId", m.capacity, count(*)::int AS listed, count(*) FILTER (WHERE NOT l.overflow)::int AS within,
      (SELECT count(*)::int FROM listing e JOIN meeting n ON n.id = e.meeting_id WHERE n.area_id = m.area_id) AS "everInArea"
    FROM listing l JOIN meeting m ON m.id = l.meeting_id WHERE l.status = 'listed' GROUP BY m.id`;
  for (const { meetingId, capacity, listed, within, everInArea } of lists)
    if (within > capacity || (listed > capacity && everInArea < capacity * listsInView))
      throw new Error(`Meeting ${meetingId} has room for ${String(capacity)} and took ${String(listed)}.`);
  const twice = await store.prisma.$queryRaw<{ caseId: string }[]>`
    SELECT case_id AS "caseId" FROM listing WHERE status = 'listed' GROUP BY case_id HAVING count(*) > 1`;
  if (twice.length > 0) throw new Error(`On two lists at once: ${twice.map(({ caseId }) => caseId).join(', ')}.`);
}
