import { endOfLondonDay, startOfLondonDay } from '../../domain/calendar/london.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import type { HeardCases } from './quarterlyReturn.ts';

/** Cases taken over as heard on these London days by a meeting that is not on record here, and not heard here since; by the code of their area. */
export async function countHeardElsewhere(
  tx: Tx,
  { from, to, areas }: HeardCases,
): Promise<ReadonlyMap<string, number>> {
  const inAreas = areas === 'all' ? Prisma.empty : Prisma.sql`AND c.area_id = ANY(${[...areas]}::uuid[])`;
  const rows = await tx.$queryRaw<{ code: string; cases: number }[]>`
    SELECT area.code, count(*)::int AS cases FROM "case" c JOIN area ON area.id = c.area_id
    WHERE c.heard_elsewhere_id IS NOT NULL AND c.heard_meeting_id IS NULL AND c.merged_into_id IS NULL
      AND c.heard_at >= ${startOfLondonDay(from)}::timestamptz AND c.heard_at < ${endOfLondonDay(to)}::timestamptz ${inAreas}
    GROUP BY area.code`;
  return new Map(rows.map(({ code, cases }) => [code, cases]));
}
