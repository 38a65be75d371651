import { Prisma } from '../generated/client.ts';

/**
 * That the referral of a case `theCase` counts as one: it was not declined, merged into another or taken back, whether the case
 * goes on or has ended since. A case that was declined ends at once, and one that was merged after a year.
 */
export function standsAsReferral(theCase: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${theCase}.stage not in ('declined', 'merged') and ${theCase}.merged_into_id is null
    and not (${theCase}.stage = 'ended' and exists (select from audit_event gone
      where gone.case_id = ${theCase}.id and gone.type in ('referralDeclined', 'referralTakenBack'))))`;
}
