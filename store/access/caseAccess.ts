import type { CaseAccess } from '../../domain/access/caseAccess.ts';
import type { Stage } from '../../domain/lifecycle/stage.ts';
import type { KnownCase } from '../cases/findCase.ts';
import { isPartIn } from '../cases/isPartIn.ts';
import { Prisma } from '../generated/client.ts';
import type { Reads } from '../directReads.ts';
import { deniedTo } from './deniedTo.ts';
import { samePersonAs } from '../people/samePeople.ts';

/** What has to be known of a case to say who may do what with it, in one statement; null where there is no such case. */
export async function caseAccess(tx: Reads, caseId: string): Promise<CaseAccess | null> {
  return (await caseAccesses(tx, [caseId])).get(caseId) ?? null;
}

/** The same for several cases at once, by case id. */
export async function caseAccesses(tx: Reads, caseIds: readonly string[]): Promise<ReadonlyMap<string, CaseAccess>> {
  const rows = await tx.$queryRaw<AccessRow[]>(
    Prisma.sql`select ${accessColumns} from "case" c where c.id = any(${[...caseIds]}::uuid[])`,
  );
  return new Map(rows.map(({ caseId, ...access }) => [caseId, access]));
}

/** The case with a reference, and what has to be known to say who may do what with it, in one statement; or null. */
export async function caseToSee(
  tx: Reads,
  reference: string,
): Promise<{ readonly known: KnownCase; readonly access: CaseAccess } | null> {
  const [row] = await tx.$queryRaw<(AccessRow & Pick<KnownCase, 'pairId' | 'revision' | 'erased'>)[]>(
    Prisma.sql`select ${accessColumns}, c.pair_id as "pairId", c.revision, c.erased_at is not null as erased from "case" c where c.reference = ${reference}`,
  );
  if (!row) return null;
  const { caseId: id, pairId, revision, erased, ...access } = row;
  const { areaId, victimId, stage } = access;
  return { known: { id, reference, areaId, pairId, victimId, stage, revision, erased }, access };
}

type AccessRow = CaseAccess & { readonly caseId: string; readonly stage: Stage };

/** That the case `opposed` is of the same two people as `c`, with the roles reversed. */
const opposing = Prisma.sql`opposed.victim_id = ${samePersonAs(Prisma.sql`c.perpetrator_id`)}
  and opposed.perpetrator_id = ${samePersonAs(Prisma.sql`c.victim_id`)}`;

const accessColumns = Prisma.sql`
    c.id as "caseId", c.area_id as "areaId", c.stage, c.victim_id as "victimId",
    c.perpetrator_id as "perpetratorId", c.referrer_id as "referrerId", c.adviser_id as "adviserId",
    c.idva_service_id as "idvaServiceId",
    array(select distinct place.adviser_id::text from case_adviser place where place.case_id = c.id
          and place.ended_at is null and place.adviser_id is distinct from c.adviser_id) as "otherAdviserIds",
    array(select distinct part.agency_id::text from case_agency part where ${isPartIn(Prisma.sql`c.id`)}) as "agencyIds",
    array(select distinct denied.practitioner_id::text from denied_person denied
          where ${deniedTo(Prisma.sql`denied`)}) as "deniedPractitionerIds",
    array(select opposed.adviser_id::text from "case" opposed
          where ${opposing}
            and opposed.adviser_id is not null
          union select place.adviser_id::text from "case" opposed
          join case_adviser place on place.case_id = opposed.id and place.ended_at is null
          where ${opposing}
          ) as "opposingAdviserIds",
    (select asked.to_area_id from transfer asked
     where asked.case_id = c.id and asked.status in ('pending', 'refused') limit 1) as "askedAreaId",
    array(select distinct sent.from_area_id::text from transfer sent
          where sent.case_id = c.id and sent.status = 'accepted'
            and sent.from_area_id <> c.area_id) as "formerAreaIds"`;
