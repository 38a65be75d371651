import { Prisma } from '../generated/client.ts';

/**
 * The school years of each place where children of school age of a case live, as they were known when its referral was recorded:
 * a duty towards their schools was counted by these, and terms entered later count for referrals from then on. A place whose terms nobody
 * knows has none; an aggregate of JSON, null where there are no such children.
 */
export function schoolsOfCase(caseId: Prisma.Sql, recordedAt: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT jsonb_agg((SELECT coalesce(jsonb_agg(to_jsonb(known)), '[]') FROM (
      SELECT DISTINCT ON (y.year) y.terms, y.closed, ${nameOfSchoolYear}
        FROM school_year y JOIN local_authority a ON a.id = y.authority_id
        WHERE y.authority_id = place.authority_id AND y.entered_at <= ${recordedAt}
        ORDER BY y.year, y.edition DESC) known))
    FROM (SELECT DISTINCT authority_id FROM child
      WHERE case_id = ${caseId} AND of_school_age AND parted_at IS NULL) place)`;
}

/** Which school year it is, in the words that stand beside a date; of the tables `school_year y` and `local_authority a`. */
export const nameOfSchoolYear = Prisma.sql`a.name || ' ' || y.year || ', edition ' || y.edition AS name`;
