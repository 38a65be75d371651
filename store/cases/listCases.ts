import type { Actor } from '../../domain/access/actor.ts';
import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import { visibleCases } from '../access/visibleCases.ts';
import { Prisma } from '../generated/client.ts';
import type { Reads } from '../directReads.ts';
import { fromInstant, toInstant } from '../time.ts';

export interface CaseFilter {
  readonly areaId?: string | undefined;
  readonly stage?: string | undefined;
  readonly adviserId?: string | undefined;
  readonly meetingId?: string | undefined;
}

/** In which order cases are read: the latest referral first, or what has something due the soonest; what has nothing due is left out then. */
export type CaseOrder = 'latest' | 'dueSoonest';

/** Where the page before ended: the case received then, with its id; or that with a duty overdue then, with the id of its clock. */
export interface CasePosition {
  readonly at: IsoInstant;
  readonly id: string;
}

/** The cases an actor may see, in an order, after a position. */
export async function listCases(
  tx: Reads,
  actor: Actor,
  filter: CaseFilter,
  after: CasePosition | null,
  limit: number,
  order: CaseOrder = 'latest',
): Promise<CaseListed[]> {
  const [from, moment, id, beyond, way] =
    order === 'latest'
      ? [latest, Prisma.sql`c.received_at`, Prisma.sql`c.id`, Prisma.sql`<`, Prisma.sql`desc`]
      : [soonest(filter), Prisma.sql`next.overdue_at`, Prisma.sql`next.id`, Prisma.sql`>`, Prisma.empty];
  const conditions = [
    Prisma.sql`(${visibleCases(actor)})`,
    ...(filter.areaId ? [Prisma.sql`c.area_id = ${filter.areaId}::uuid`] : []),
    ...(filter.stage ? [Prisma.sql`c.stage = ${filter.stage}`] : []),
    ...(filter.adviserId ? [Prisma.sql`c.adviser_id = ${filter.adviserId}::uuid`] : []),
    ...(filter.meetingId ? [Prisma.sql`c.meeting_id = ${filter.meetingId}::uuid`] : []),
    ...(after ? [Prisma.sql`(${moment}, ${id}) ${beyond} (${fromInstant(after.at)}, ${after.id}::uuid)`] : []),
  ];
  const rows = await tx.$queryRaw<(CaseColumns & { receivedAt: Date })[]>(Prisma.sql`
    select c.id, c.reference, c.area_id as "areaId", c.stage, c.grade, c.route, c.silent, c.revision,
      c.victim_id as "victimId", c.adviser_id as "adviserId", c.repeat_of_id is not null as repeat,
      cardinality(c.open_action_ids) as "openActions", c.received_at as "receivedAt", c.flag_ends_on::text as "flagEndsOn",
      case when c.repeat_of_id is null then null else c.plan_reviewed end as "planReviewed",
      c.transferred_from_id as "transferredFromId",
      (select coalesce(t.to_area_id::text, 'outside') from transfer t
        where t.case_id = c.id and t.status in ('pending', 'refused') limit 1) as "transferToId",
      (select m.on_date::text from meeting m where m.id = c.meeting_id) as "meetingOn", next.data as "nextClock"
    from ${from} where ${Prisma.join(conditions, ' and ')}
    order by ${moment} ${way}, ${id} ${way} limit ${limit}`);
  return rows.map((row) => ({ ...row, receivedAt: toInstant(row.receivedAt) }));
}

/** Every case, with the running clock of it that is overdue the soonest. */
const latest = Prisma.sql`"case" c left join lateral (select k.id, k.overdue_at, k.data from clock k
    where k.case_id = c.id and k.status = 'running' order by k.overdue_at, k.id limit 1) next on true`;

/** The same from the side of the clocks, each case at its first: read in their order, no further than a page needs. */
function soonest({ areaId }: CaseFilter): Prisma.Sql {
  const inArea = areaId === undefined ? Prisma.empty : Prisma.sql` and k.area_id = ${areaId}::uuid`;
  return Prisma.sql`(select * from clock k where k.status = 'running' and k.about = 'case'${inArea} and not exists (select from clock sooner
      where sooner.case_id = k.case_id and sooner.status = 'running' and (sooner.overdue_at, sooner.id) < (k.overdue_at, k.id))) next
    join "case" c on c.id = next.case_id`;
}

interface CaseColumns {
  readonly id: string;
  readonly reference: string;
  readonly areaId: string;
  readonly stage: string;
  readonly grade: string | null;
  readonly route: string;
  readonly silent: boolean;
  readonly revision: number;
  readonly victimId: string;
  readonly adviserId: string | null;
  readonly repeat: boolean;
  readonly openActions: number;
  /** Of a repeat, whether its last plan was reviewed; null otherwise. */
  readonly planReviewed: boolean | null;
  readonly transferredFromId: string | null;
  /** The area asked to take the case over, `outside` for one outside this system; null where none is. */
  readonly transferToId: string | null;
  readonly flagEndsOn: IsoDate | null;
  readonly meetingOn: IsoDate | null;
  /** The running clock that is overdue the soonest; null where none runs. */
  readonly nextClock: Clock | null;
}

/** A case as a list shows it. */
export type CaseListed = CaseColumns & { readonly receivedAt: IsoInstant };
