import { addMonths } from '../../domain/calendar/london.ts';
import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import type { Workload } from '../../domain/idva/capacity.ts';
import { deniedTo } from '../access/deniedTo.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant } from '../time.ts';
import { supportsTheOther } from './findAdviser.ts';
import { supportedNow } from './supportedNow.ts';

/** An adviser of a service with their work. */
export interface AdviserLoad extends Workload {
  readonly practitionerId: string;
  readonly name: string;
  readonly kinds: readonly string[];
  readonly languages: readonly string[];
  readonly awayUntil: IsoDate | null;
  readonly coverId: string | null;
  readonly engaged: number;
  readonly overdue: number;
  /** Null where no case was asked about. */
  readonly conflict: boolean | null;
}

/**
 * The advisers of a service who work there on a London day, by name, with their work; for a case whether the deny
 * list or the other party keeps them from it.
 */
export async function adviserLoads(
  tx: Tx,
  { serviceId, caseId, now, today }: { serviceId: string; caseId: string | null; now: IsoInstant; today: IsoDate },
): Promise<AdviserLoad[]> {
  const conflict =
    caseId === null
      ? Prisma.sql`null::boolean`
      : Prisma.sql`(select ${supportsTheOther(Prisma.sql`p.id`)} or exists (select 1 from denied_person denied
          where denied.practitioner_id = p.id and ${deniedTo(Prisma.sql`denied`)})
          from "case" c where c.id = ${caseId}::uuid)`;
  return tx.$queryRaw<AdviserLoad[]>(Prisma.sql`
    select p.id as "practitionerId", p.name, coalesce(f.fte_percent, 100) as "ftePercent",
      coalesce(f.kinds, '{community}') as kinds, coalesce(f.languages, '{}') as languages,
      to_char(away.until_date, 'YYYY-MM-DD') as "awayUntil", away.cover_id as "coverId",
      work.open, work.engaged,
      (select count(*)::int from clock k where k.owner_id = p.id and k.status = 'running' and not k.silent
        and k.overdue_at <= ${fromInstant(now)}) as overdue,
      (select count(distinct place.case_id)::int from case_adviser place where place.adviser_id = p.id
        and place.allocated_at > ${addMonths(today, -12)}::date) as "pastYear",
      ${conflict} as conflict
    from practitioner p left join adviser_profile f on f.practitioner_id = p.id
      left join lateral (select until_date, cover_id from absence where practitioner_id = p.id
        and from_date <= ${today}::date and until_date >= ${today}::date order by until_date desc, id limit 1) away on true
      cross join lateral (select count(distinct s.id)::int as open,
          count(distinct s.id) filter (where s.engagement = 'engaged')::int as engaged
        from case_adviser place join "case" s on s.id = place.case_id
        where place.adviser_id = p.id and place.ended_at is null and ${supportedNow(Prisma.sql`s`)}) work
    where (p.ends_on is null or p.ends_on >= ${today}::date)
      and exists (select 1 from appointment a where a.practitioner_id = p.id and a.role = 'idva'
        and a.agency_id = ${serviceId}::uuid and a.starts_on <= ${today}::date
        and (a.ends_on is null or a.ends_on >= ${today}::date))
    order by p.name, p.id`);
}
