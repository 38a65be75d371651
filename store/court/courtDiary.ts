import { standsFor, type Actor } from '../../domain/access/actor.ts';
import { mayDo } from '../../domain/access/mayDo.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { notKeptFrom, visibleCases } from '../access/visibleCases.ts';
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
  /** What is said of the hearing and of the proceedings it belongs to, as ids of content, and what these are. */
  readonly contentId: string | null;
  readonly proceedings: string | null;
  readonly proceedingContentId: string | null;
  /** Whether the actor may open the case. */
  readonly open: boolean;
}

/**
 * Hearings, what is due about them, and protection that ends, of the cases an actor may see, from a moment to another
 * in the order of their time. What is due and was not done by then stands first, however old. The hearings they go along to
 * are there whatever they are to the case; whoever holds none of the posts for which the diary of cases is finds only these.
 */
export async function courtDiary(
  tx: Tx,
  actor: Actor,
  filter: DiaryFilter,
  after: DiaryPosition | null,
  limit: number,
): Promise<DiaryLine[]> {
  const { from, until, areaId, practitionerIds } = filter;
  const visible = Prisma.sql`(${visibleCases(actor)})`;
  const ofCases = mayDo(actor, 'readDatesOfCases', null) ? visible : Prisma.sql`false`;
  const inArea = areaId ? Prisma.sql`c.area_id = ${areaId}::uuid` : Prisma.sql`true`;
  const ofThese = practitionerIds ? isOfAny(practitionerIds) : Prisma.sql`true`;
  // Asked by a name, nobody finds out who else goes along to what is closed to them, or who watches it.
  const asThese = practitionerIds ? standsFor(actor).filter((id) => practitionerIds.includes(id)) : standsFor(actor);
  const goesAlong = isCompany(asThese);
  const rows = await tx.$queryRaw<(Omit<DiaryLine, 'at'> & { at: Date })[]>(Prisma.sql`
    select entry.* from (
      select d.id, ${whatOfDate} as what, d.at, ${columns}, coalesce(not ${goesAlong} or ${visible}, false) as open
      from live_date d join "case" c on c.id = d.case_id left join proceeding p on p.id = d.proceeding_id
      where d.status in ('live', 'watched') and d.at >= ${fromInstant(from)} and ${inArea}
        and ((${ofCases} and ${ofThese}) or (d.kind = 'hearing' and ${goesAlong} and ${notKeptFrom(actor)}))
      union all
      select k.id, ${whatOfClock} as what, ${dueMoment} as at, ${columns}, true as open
      from clock k join live_date d on d.id = k.subject_id join "case" c on c.id = d.case_id
        left join proceeding p on p.id = d.proceeding_id
      where k.status <> 'ended' and k.kind in ('hearingOutcome', 'dvpnToCourt', 'claresLaw')
        and ${inArea} and ${ofCases} and ${ofThese}
    ) entry
    where entry.at < ${fromInstant(until)}
      ${after ? Prisma.sql`and (entry.at, entry.id) > (${fromInstant(after.at)}, ${after.id}::uuid)` : Prisma.empty}
    order by entry.at, entry.id limit ${limit}`);
  return rows.map((row) => ({ ...row, at: toInstant(row.at) }));
}

const columns = Prisma.sql`d.id as "liveDateId", d.kind, c.reference, c.area_id as "areaId",
  c.adviser_id as "adviserId", d.companion_ids as "companionIds", d.watched_by_id as "watchedById",
  d.content_id as "contentId", p.kind as proceedings, p.content_id as "proceedingContentId"`;

const whatOfDate = Prisma.sql`case d.kind when 'hearing' then 'hearing' when 'custodyRelease' then 'release' else 'ends' end`;
const whatOfClock = Prisma.sql`case k.kind when 'hearingOutcome' then 'outcomeDue' when 'dvpnToCourt' then 'toCourt'
  else 'answerDue' end`;
/** What is due by the end of a day stands on that day, as its last thing. */
const dueMoment = Prisma.sql`case when k.kind = 'dvpnToCourt' then k.overdue_at
  else k.overdue_at - interval '1 millisecond' end`;

function isOfAny(ids: readonly string[]): Prisma.Sql {
  const these = Prisma.sql`${[...ids]}::uuid[]`;
  return Prisma.sql`(c.adviser_id = any(${these}) or d.watched_by_id = any(${these}) or ${isCompany(ids)})`;
}

function isCompany(ids: readonly string[]): Prisma.Sql {
  return Prisma.sql`coalesce(d.companion_ids ?| ${[...ids]}::text[], false)`;
}
