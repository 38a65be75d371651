import { endOfLondonDay, startOfLondonDay } from '../../domain/calendar/london.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import type { CountedCases } from '../../domain/returns/returnFigures.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { toIsoDate } from '../time.ts';
import { plannedAnew } from '../statementNames.ts';

/** Which cases are counted: those heard on these London days, both included, at the meetings of these areas. */
export interface HeardCases {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Area ids, or all of them. */
  readonly areas: 'all' | readonly string[];
}

/** What was counted of the cases that one meeting heard. */
export interface MeetingCount extends CountedCases {
  readonly meetingId: string;
  readonly meetingOn: IsoDate;
  readonly areaCode: string;
}

interface Row {
  readonly meeting_id: string;
  readonly on_date: Date;
  readonly area_code: string;
  readonly cases: number;
  readonly repeats: number;
  readonly children: number;
  readonly minority_ethnic: number;
  readonly lgbt: number;
  readonly disabled: number;
  readonly male_victims: number;
  readonly victims_16_or_17: number;
  readonly perpetrators_under_18: number;
  readonly referrals: MeetingCount['referrals'];
}

/**
 * What each meeting heard, in one statement, by area and date. A case counts once in an area, where and when it was
 * first heard there: hearing it again after it was reopened does not move it into another quarter that may be published
 * already, and a case that another area has taken over counts for both conferences that heard it. What was taken over as heard elsewhere
 * counts in the return of the list it came from, and not once more when it is heard here. Referrals merged into a case do not count beside it:
 * their agencies share it, each once.
 */
export async function countHeardCases(tx: Tx, { from, to, areas }: HeardCases): Promise<MeetingCount[]> {
  const inAreas = areas === 'all' ? Prisma.empty : Prisma.sql`AND m.area_id = ANY(${[...areas]}::uuid[])`;
  // Cases are put together by meeting and by who referred them first; what is then left to add up is little.
  const rows = await tx.$queryRaw<Row[]>`
    ${plannedAnew} WITH heard AS MATERIALIZED (
      SELECT l.case_id, l.meeting_id FROM listing l JOIN meeting m ON m.id = l.meeting_id JOIN "case" k ON k.id = l.case_id
      WHERE l.status = 'heard' AND (k.heard_elsewhere_id IS NULL OR k.transferred_from_id IS NOT NULL)
        AND l.decided_at >= ${startOfLondonDay(from)}::timestamptz
        AND l.decided_at < ${endOfLondonDay(to)}::timestamptz ${inAreas}
        AND NOT EXISTS (
          SELECT 1 FROM listing before JOIN meeting earlier ON earlier.id = before.meeting_id
          WHERE before.case_id = l.case_id AND before.status = 'heard' AND earlier.area_id = m.area_id
            AND (before.decided_at, before.id) < (l.decided_at, l.id))),
    referrers AS (
      SELECT referral.case_id, referral.meeting_id, array_agg(DISTINCT p.agency_id) AS agencies
      FROM (SELECT case_id, meeting_id, case_id AS referral_id FROM heard
          UNION ALL SELECT heard.case_id, heard.meeting_id, c.id FROM heard JOIN "case" c ON c.merged_into_id = heard.case_id)
        referral JOIN case_agency p ON p.case_id = referral.referral_id AND p.part = 'referring'
      GROUP BY referral.case_id, referral.meeting_id),
    alike AS MATERIALIZED (
      SELECT r.meeting_id, r.agencies,
        count(*) AS cases,
        count(c.repeat_of_id) AS repeats,
        sum(c.child_count) AS children,
        ${countOfYes('minorityEthnic')} AS minority_ethnic,
        ${countOfYes('lgbt')} AS lgbt,
        ${countOfYes('disabled')} AS disabled,
        ${countOfYes('maleVictim')} AS male_victims,
        ${countOfYes('victim16or17')} AS victims_16_or_17,
        ${countOfYes('perpetratorUnder18')} AS perpetrators_under_18
      FROM referrers r JOIN "case" c ON c.id = r.case_id
      GROUP BY r.meeting_id, r.agencies),
    referred AS (
      SELECT meeting_id, jsonb_agg(jsonb_build_object('agencyCode', code, 'sharedBy', shared_by, 'cases', cases)
          ORDER BY code, shared_by) AS referrals
      FROM (
        SELECT alike.meeting_id, agency.code, cardinality(agencies) AS shared_by, sum(alike.cases) AS cases
        FROM alike CROSS JOIN unnest(agencies) AS part(agency_id) JOIN agency ON agency.id = part.agency_id
        GROUP BY alike.meeting_id, agency.code, cardinality(agencies)) credited
      GROUP BY meeting_id),
    counted AS (
      SELECT meeting_id, ${Prisma.join(sums)} FROM alike GROUP BY meeting_id)
    SELECT counted.*, m.on_date, area.code AS area_code, referred.referrals
    FROM counted JOIN referred ON referred.meeting_id = counted.meeting_id
    JOIN meeting m ON m.id = counted.meeting_id JOIN area ON area.id = m.area_id
    ORDER BY area.code, m.on_date, counted.meeting_id`;
  return rows.map(meetingCount);
}

const counts = [
  'cases',
  'repeats',
  'children',
  'minority_ethnic',
  'lgbt',
  'disabled',
  'male_victims',
  'victims_16_or_17',
  'perpetrators_under_18',
] as const satisfies readonly (keyof Row)[];
const sums = counts.map((column) => Prisma.raw(`sum(${column})::int AS ${column}`));

function countOfYes(statistic: string): Prisma.Sql {
  return Prisma.sql`count(*) FILTER (WHERE c.statistics->>${statistic} = 'yes')`;
}

function meetingCount(row: Row): MeetingCount {
  return {
    meetingId: row.meeting_id,
    meetingOn: toIsoDate(row.on_date),
    areaCode: row.area_code,
    counts: {
      cases: row.cases,
      repeats: row.repeats,
      children: row.children,
      minorityEthnic: row.minority_ethnic,
      lgbt: row.lgbt,
      disabled: row.disabled,
      maleVictims: row.male_victims,
      victims16or17: row.victims_16_or_17,
      perpetratorsUnder18: row.perpetrators_under_18,
    },
    referrals: row.referrals,
  };
}
