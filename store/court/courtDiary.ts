import type { Actor } from '../../domain/access/actor.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { visibleCases } from '../access/visibleCases.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant, toInstant } from '../time.ts';

export interface DiaryFilter {
  readonly from: IsoInstant;
  /** Before this moment. */
  readonly until: IsoInstant;
  readonly areaId?: string | undefined;
  /** The adviser of the case, whoever goes along, or the post that watches: any of these. */
  readonly practitionerIds?: readonly string[] | undefined;
}

export interface DiaryPosition {
  readonly at: IsoInstant;
  readonly id: string;
}

/** One line of the diary; `id` is the live date's, or the clock's where something is due. */
export interface DiaryLine {
  readonly id: string;
  readonly what: 'hearing' | 'outcomeDue' | 'toCourt' | 'answerDue' | 'ends' | 'release';
  readonly at: IsoInstant;
  readonly liveDateId: string;
  readonly kind: string;
  readonly reference: string;
  readonly areaId: string;
  readonly adviserId: string | null;
  readonly companionIds: unknown;
  readonly watchedById: string | null;
}

/**
 * Hearings, what is due about them, and protection that ends, of the cases an actor may see, from a moment to another
 * in the order of their time. What is due and was not done by then stands first, however old.
 */
export async function courtDiary(
  tx: Tx,
  actor: Actor,
  filter: DiaryFilter,
  after: DiaryPosition | null,
  limit: number,
): Promise<DiaryLine[]> {
  const { from, until, areaId, practitionerIds } = filter;
  const seen = [
    Prisma.sql`(${visibleCases(actor)})`,
    ...(areaId ? [Prisma.sql`c.area_id = ${areaId}::uuid`] : []),
    ...(practitionerIds ? [isOfAny(practitionerIds)] : []),
  ];
  const mine = Prisma.join(seen, ' and ');
  const rows = await tx.$queryRaw<(Omit<DiaryLine, 'at'> & { at: Date })[]>(Prisma.sql`
    select entry.* from (
      select d.id, ${whatOfDate} as what, d.at, ${columns} from live_date d join "case" c on c.id = d.case_id
      where d.status in ('live', 'watched') and d.at >= ${fromInstant(from)} and ${mine}
      union all
      select k.id, ${whatOfClock} as what, ${dueMoment} as at, ${columns}
      from clock k join live_date d on d.id = k.subject_id join "case" c on c.id = d.case_id
      where k.status <> 'ended' and k.kind in ('hearingOutcome', 'dvpnToCourt', 'claresLaw') and ${mine}
    ) entry
    where entry.at < ${fromInstant(until)}
      ${after ? Prisma.sql`and (entry.at, entry.id) > (${fromInstant(after.at)}, ${after.id}::uuid)` : Prisma.empty}
    order by entry.at, entry.id limit ${limit}`);
  return rows.map((row) => ({ ...row, at: toInstant(row.at) }));
}

const columns = Prisma.sql`d.id as "liveDateId", d.kind, c.reference, c.area_id as "areaId",
  c.adviser_id as "adviserId", d.companion_ids as "companionIds", d.watched_by_id as "watchedById"`;

const whatOfDate = Prisma.sql`case d.kind when 'hearing' then 'hearing' when 'custodyRelease' then 'release' else 'ends' end`;
const whatOfClock = Prisma.sql`case k.kind when 'hearingOutcome' then 'outcomeDue' when 'dvpnToCourt' then 'toCourt'
  else 'answerDue' end`;
/** What is due by the end of a day stands on that day, as its last thing. */
const dueMoment = Prisma.sql`case when k.kind = 'dvpnToCourt' then k.overdue_at
  else k.overdue_at - interval '1 millisecond' end`;

function isOfAny(ids: readonly string[]): Prisma.Sql {
  const these = Prisma.sql`${[...ids]}::uuid[]`;
  return Prisma.sql`(c.adviser_id = any(${these}) or d.watched_by_id = any(${these}) or d.companion_ids ?| ${these}::text[])`;
}
