import type { Actor } from '../../domain/access/actor.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { durationRules, type CaseDuration } from '../../domain/durations/caseDuration.ts';
import { visibleCases } from '../access/visibleCases.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant } from '../time.ts';
import { columnOf, groupings, isOpen, isReceived, type DurationGrouping, type ReceivedCases } from './durations.ts';

/** Which cases stand behind one figure: of one group, in which it has happened or somebody still waits for it. */
export interface BehindFigure {
  readonly received: ReceivedCases;
  readonly grouping: DurationGrouping;
  /** As the figure names it: the code of an area, route or agency, a month or a quarter. */
  readonly group: string;
  readonly duration: CaseDuration;
  readonly state: 'happened' | 'waiting';
}

/** A case by its reference with how long it took, or how long it has been waited for: nobody it is about. */
export interface CaseOfDuration {
  readonly caseId: string;
  readonly reference: string;
  readonly areaId: string;
  readonly tookMs: number;
}

/** Where a page of these cases ended. */
export interface LongestAfter {
  readonly tookMs: number;
  readonly caseId: string;
}

/** The cases behind a figure that the actor may see, the longest first. */
export async function casesOfDuration(
  tx: Tx,
  actor: Actor,
  { received, grouping, group, duration, state }: BehindFigure,
  { now, after, limit }: { readonly now: IsoInstant; readonly after: LongestAfter | null; readonly limit: number },
): Promise<CaseOfDuration[]> {
  const rule = durationRules[duration];
  const [from, to] = [columnOf[rule.from], columnOf[rule.to]];
  const { key, join } = groupings[grouping];
  const end = state === 'happened' ? to : Prisma.sql`${fromInstant(now)}::timestamptz`;
  const isMeant = state === 'happened' ? Prisma.sql`${to} IS NOT NULL` : Prisma.sql`${to} IS NULL AND ${isOpen(rule)}`;
  const following =
    after === null
      ? Prisma.sql`true`
      : Prisma.sql`(took < ${after.tookMs} OR (took = ${after.tookMs} AND id > ${after.caseId}::uuid))`;
  const rows = await tx.$queryRaw<{ id: string; reference: string; area_id: string; took: number }[]>`
    SELECT id, reference, area_id, took FROM (
      SELECT c.id, c.reference, c.area_id,
        greatest(0, round(date_part('epoch', ${end} - ${from}) * 1000))::float8 AS took
      FROM "case" c ${join}
      WHERE ${isReceived(received)} AND ${key} = ${group} AND ${from} IS NOT NULL AND ${isMeant} AND (${visibleCases(actor)})
    ) found
    WHERE ${following}
    ORDER BY took DESC, id LIMIT ${limit}`;
  return rows.map(({ id, reference, area_id: areaId, took }) => ({ caseId: id, reference, areaId, tookMs: took }));
}
