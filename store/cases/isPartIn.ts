import { Prisma } from '../generated/client.ts';

/**
 * That a part (under the alias `part`) is one in a case: its own, or that of an agency whose referral was merged into it.
 * It follows from how things stand, so that undoing a merge takes the part away again, and so does the settling of a refusal: whoever
 * refused what was handed to them may take it on after all until then, and has no part in the case afterwards. Nor has whoever was
 * notified of nobody but a child who was taken out, once it has heard of the correction.
 */
export function isPartIn(caseId: Prisma.Sql): Prisma.Sql {
  // The cases first: by them the parts are found in their index.
  return Prisma.sql`(part.case_id in (select ${caseId} union all
      select other.id from "case" other where other.merged_into_id = ${caseId})
    and (part.part = 'referring' or (part.case_id = ${caseId} and ${wasNotGivenBack})))`;
}

/** The same for lists: that one of these agencies has a part in the case `c`. Said in two, each is looked up once for all cases. */
export function haveAPart(agencyIds: readonly string[]): Prisma.Sql {
  const theirs = Prisma.sql`part.agency_id = any(${[...agencyIds]}::uuid[])`;
  return Prisma.sql`(exists (select 1 from case_agency part where part.case_id = c.id and ${theirs} and ${wasNotGivenBack})
    or exists (select 1 from "case" other join case_agency part on part.case_id = other.id and part.part = 'referring'
      where other.merged_into_id = c.id and ${theirs}))`;
}

const wasNotGivenBack = Prisma.sql`(part.part <> 'handover' or exists (
  select 1 from handover h where h.case_id = part.case_id and h.to_agency_id = part.agency_id
    and h.withdrawn_at is null and h.corrected_at is null and (h.kind <> 'childCorrection' or h.acknowledged_at is null)
    and (h.refused_at is null or h.settled_at is null)))`;
