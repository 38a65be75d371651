import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import type { PlaceEnd } from '../../domain/lifecycle/facts/support.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { toInstant } from '../time.ts';

/** A place beside a victim whose adviser is gone. */
export interface PlaceOfLeaver {
  readonly allocationId: string;
  readonly caseId: string;
  readonly areaId: string;
  /** The last London day on which they were an adviser here. */
  readonly lastDay: IsoDate;
  /** Before this there was no case, or the place was not theirs yet. */
  readonly notBefore: IsoInstant;
}

/**
 * Places of advisers who are gone on a London day, in cases that the service still supports and that have been caught up
 * with: in no other does anybody wait for an adviser.
 */
export async function placesOfLeavers(tx: Tx, today: IsoDate): Promise<readonly PlaceOfLeaver[]> {
  const rows = await tx.$queryRaw<(Omit<PlaceOfLeaver, 'notBefore'> & { notBefore: Date })[]>(Prisma.sql`
    select place.id as "allocationId", c.id as "caseId", c.area_id as "areaId", to_char(${lastDay(today)}, 'YYYY-MM-DD') as "lastDay",
      greatest(place.allocated_at, c.received_at) as "notBefore"
    from practitioner p join case_adviser place on place.adviser_id = p.id and place.ended_at is null
      join "case" c on c.id = place.case_id
    where (p.ends_on < ${today}::date or exists (select 1 from appointment a
        where a.practitioner_id = p.id and a.role = 'idva' and a.ends_on < ${today}::date))
      and ${lastDay(today)} is not null and c.support_ended_at is null and not c.frozen and not c.silent
      and c.stage not in ('declined', 'merged', 'transferred', 'ended')
    order by c.received_at, place.id`);
  return rows.map((row) => ({ ...row, notBefore: toInstant(row.notBefore) }));
}

/** Why whoever has a place is no adviser here on a London day; null where they are, or there is no such place. */
export async function whyGone(tx: Tx, allocationId: string, today: IsoDate): Promise<PlaceEnd | null> {
  const [row] = await tx.$queryRaw<{ left: boolean; gone: boolean }[]>(Prisma.sql`
    select coalesce(p.ends_on < ${today}::date, false) as left, ${lastDay(today)} is not null as gone
    from case_adviser place join practitioner p on p.id = place.adviser_id join "case" c on c.id = place.case_id
    where place.id = ${allocationId}::uuid`);
  if (!row?.gone) return null;
  return row.left ? 'left' : 'postEnded';
}

/**
 * The last day of the adviser `p` in the place `place` of the case `c`, where it is over on a London day, else null: of their work
 * here, or of every post that such a place takes. The community's is the service's own, court and health may be anybody's.
 */
function lastDay(today: IsoDate): Prisma.Sql {
  return Prisma.sql`(select case when p.ends_on < ${today}::date then p.ends_on
      when bool_and(a.ends_on < ${today}::date) then max(a.ends_on) end
    from (select coalesce(a.ends_on, 'infinity'::date) as ends_on from appointment a
      where a.practitioner_id = p.id and a.role = 'idva' and (place.kind <> 'community' or a.agency_id = c.idva_service_id)) a)`;
}
