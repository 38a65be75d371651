import type { Actor } from '../../domain/access/actor.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { Due } from '../../domain/clocks/clock.ts';
import { visibleCases } from '../access/visibleCases.ts';
import { visibleMeetingClocks } from '../clocks/meetingClocks.ts';
import type { ClockListed, ClockPosition } from '../clocks/overdueClocks.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant, toInstant } from '../time.ts';

/** A deadline crossed in an outage: as it was due then, and its clock as it stands now. */
export interface DeadlineCrossed extends ClockListed {
  readonly from: IsoInstant;
  readonly until: IsoInstant;
  readonly overdueThen: IsoInstant;
  readonly dueThen: Due;
}

/** Which of them are asked for: of outages that lasted into a time or began in it, of some areas. */
export interface CrossedSpan {
  readonly since: IsoInstant | null;
  /** Outages that began before it. */
  readonly before?: IsoInstant | null;
  readonly areas?: 'all' | readonly string[];
  readonly after: ClockPosition | null;
  readonly limit: number;
}

type Row = ClockListed & { from: Date; until: Date; overdueThen: Date; dueThen: Due };

/** What fell due in outages, of the cases and meetings an actor may see: the oldest deadline first, each once. */
export async function deadlinesCrossed(
  tx: Tx,
  actor: Actor,
  { since, before = null, areas = 'all', after, limit }: CrossedSpan,
): Promise<DeadlineCrossed[]> {
  const conditions = [
    Prisma.sql`case when m.id is null then ${visibleCases(actor)} else ${visibleMeetingClocks(actor)} end`,
    ...(since ? [Prisma.sql`o.until_at >= ${fromInstant(since)}`] : []),
    ...(before ? [Prisma.sql`o.from_at < ${fromInstant(before)}`] : []),
    ...(areas === 'all' ? [] : [Prisma.sql`k.area_id = any(${[...areas]}::uuid[])`]),
    ...(after ? [Prisma.sql`(d.overdue_at, d.clock_id) > (${fromInstant(after.at)}, ${after.id}::uuid)`] : []),
  ];
  const rows = await tx.$queryRaw<Row[]>(Prisma.sql`
    select k.id, c.reference, m.id as "meetingId", m.on_date::text as "meetingOn", k.area_id as "areaId", k.agency_id as "agencyId", k.owner_id as "ownerId",
      k.rungs_fired as "rungsFired", k.silent, k.data as clock,
      o.from_at as "from", o.until_at as "until", d.overdue_at as "overdueThen", d.due as "dueThen"
    from outage_deadline d
      join outage o on o.from_at = d.from_at
      join clock k on k.id = d.clock_id left join "case" c on c.id = d.case_id left join meeting m on m.id = d.case_id
    where ${Prisma.join(conditions, ' and ')}
    order by d.overdue_at, d.clock_id limit ${limit}`);
  return rows.map((row) => ({
    ...row,
    from: toInstant(row.from),
    until: toInstant(row.until),
    overdueThen: toInstant(row.overdueThen),
  }));
}
