import { Prisma } from '../generated/client.ts';

/**
 * That a part (under the alias `part`) is one in a case: its own, or that of an agency whose referral was merged into it.
 * It follows from how things stand, so that undoing a merge takes the part away again, and so does the settling of a refusal: whoever
 * refused what was handed to them may take it on after all until then, and has no part in the case afterwards.
 */
export function isPartIn(caseId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`((part.case_id = ${caseId} and (part.part <> 'handover' or exists (
      select 1 from handover h where h.case_id = part.case_id and h.to_agency_id = part.agency_id
        and (h.refused_at is null or h.settled_at is null))))
    or (part.part = 'referring'
      and part.case_id in (select other.id from "case" other where other.merged_into_id = ${caseId})))`;
}
