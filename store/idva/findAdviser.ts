import type { AdviserFound } from '../../domain/completion/allocate.ts';
import { addMonths } from '../../domain/calendar/london.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import type { AdviserKind } from '../../domain/lifecycle/facts/support.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { supportedNow } from './supportedNow.ts';
import { samePersonAs } from '../people/samePeople.ts';

/** Whom a case is to be given to, and the case. */
export interface AdviserWanted {
  readonly adviserId: string;
  readonly kind: AdviserKind;
  readonly caseId: string;
  readonly deniedPractitionerIds: readonly string[];
}

/**
 * What decides whether an adviser can have a place in a case, on a London date. Two cases given to one adviser at
 * once are counted one after the other: the adviser's lock is taken, after the case's.
 */
export async function findAdviser(tx: Tx, wanted: AdviserWanted, today: IsoDate): Promise<AdviserFound> {
  const { adviserId, kind, caseId, deniedPractitionerIds } = wanted;
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${adviserId}, 2))::text`;
  const ofTheService = kind === 'community' ? Prisma.sql`a.agency_id = c.idva_service_id` : Prisma.sql`true`;
  const [row] = await tx.$queryRaw<AdviserFound[]>(Prisma.sql`
    select exists (select 1 from appointment a join practitioner p on p.id = a.practitioner_id
        where a.practitioner_id = ${adviserId}::uuid and a.role = 'idva' and ${ofTheService}
          and (a.area_id is null or a.area_id = c.area_id)
          and (p.ends_on is null or p.ends_on >= ${today}::date)
          and a.starts_on <= ${today}::date and (a.ends_on is null or a.ends_on >= ${today}::date)) as appointed,
      ${supportsTheOther(adviserId)} as conflict,
      coalesce((select fte_percent from adviser_profile where practitioner_id = ${adviserId}::uuid), 100) as "ftePercent",
      (select count(distinct place.case_id)::int from case_adviser place join "case" s on s.id = place.case_id
        where place.adviser_id = ${adviserId}::uuid and place.ended_at is null and s.id <> c.id
          and ${supportedNow(Prisma.sql`s`)}) as open,
      (select count(distinct place.case_id)::int from case_adviser place
        where place.adviser_id = ${adviserId}::uuid and place.case_id <> c.id
          and place.allocated_at > ${addMonths(today, -12)}::date) as "pastYear"
    from "case" c where c.id = ${caseId}::uuid`);
  if (!row) throw new Error(`Case ${caseId} is not there.`);
  return { ...row, conflict: row.conflict || deniedPractitionerIds.includes(adviserId) };
}

/** That an adviser supports, or has supported, the other party of the case `c`: either of the two, in whichever case. */
export function supportsTheOther(adviserId: string | Prisma.Sql): Prisma.Sql {
  const adviser = typeof adviserId === 'string' ? Prisma.sql`${adviserId}::uuid` : adviserId;
  return Prisma.sql`exists (select 1 from case_adviser place join "case" other on other.id = place.case_id
    where place.adviser_id = ${adviser} and (other.victim_id = ${samePersonAs(Prisma.sql`c.perpetrator_id`)}
      or other.perpetrator_id = ${samePersonAs(Prisma.sql`c.victim_id`)}))`;
}
