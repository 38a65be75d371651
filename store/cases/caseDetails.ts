import type { Clock } from '../../domain/clocks/clock.ts';
import type { Reads } from '../directReads.ts';
import type * as rows from '../generated/client.ts';
import { Prisma } from '../generated/client.ts';
import { toInstant } from '../time.ts';
import type { TransferRow } from '../transfers/findTransfers.ts';
import { samePersonAs } from '../people/samePeople.ts';
import { type AsText, asRow, asRows, type RowAsJson } from './rowAsJson.ts';

/** Everything the read model has of one case: ids, codes and dates; the words are content, found by id. */
export type CaseDetails = NonNullable<Awaited<ReturnType<typeof caseDetails>>>;

/** What a case has many of, by the kind of row each is. */
interface RowsOfCase {
  readonly parts: rows.CaseAgency;
  readonly allocations: rows.CaseAdviser;
  readonly assessments: rows.Assessment;
  readonly children: rows.Child;
  readonly handovers: rows.Handover;
  readonly proceedings: rows.Proceeding;
  readonly milestones: rows.Milestone;
  readonly breaches: rows.Breach;
  readonly safetyPlans: rows.SafetyPlan;
  readonly planReviews: rows.SafetyPlanReview;
  readonly riskReviews: rows.RiskReview;
  readonly victimViews: rows.VictimView;
  readonly actions: rows.Action;
  readonly attempts: rows.ContactAttempt;
  readonly liveDates: rows.LiveDate;
  readonly listings: rows.Listing & { readonly meetingOn: Date | null };
  readonly clocks: rows.Clock;
  readonly transfers: rows.Transfer;
}

/** Where each lies, and in which order it is read. */
const tables: { readonly [Part in keyof RowsOfCase]: Prisma.Sql } = {
  parts: rowsOf('case_agency', 'x.id'),
  allocations: rowsOf('case_adviser', 'x.allocated_at, x.id'),
  assessments: rowsOf('assessment', 'x.occurred_at'),
  children: rowsOf('(select * from child where parted_at is null)', 'x.id'),
  handovers: rowsOf('(select * from handover where withdrawn_at is null)', 'x.made_at'),
  proceedings: rowsOf('proceeding', 'x.started_on, x.id'),
  milestones: rowsOf('milestone', 'x.occurred_at, x.id'),
  breaches: rowsOf('breach', 'x.occurred_at, x.id'),
  safetyPlans: rowsOf('safety_plan', 'x.seq'),
  planReviews: rowsOf('safety_plan_review', 'x.occurred_at'),
  riskReviews: rowsOf('risk_review', 'x.occurred_at'),
  victimViews: rowsOf('victim_view', 'x.occurred_at'),
  actions: rowsOf('action', 'x.set_at, x.id'),
  attempts: rowsOf('contact_attempt', 'x.occurred_at'),
  liveDates: rowsOf('live_date', 'x.added_at'),
  listings: rowsOf(
    '(select l.*, m.on_date as meeting_on from listing l left join meeting m on m.id = l.meeting_id)',
    'x.occurred_at, x.id',
  ),
  clocks: rowsOf('clock', 'x.overdue_at, x.id'),
  transfers: rowsOf('transfer', 'x.requested_at, x.id'),
};
const partsOfCase = Object.keys(tables) as (keyof RowsOfCase)[];
const allOfThem = Prisma.join(
  partsOfCase.map((part) => Prisma.sql`${tables[part]} as ${Prisma.raw(`"${part}"`)}`),
  ', ',
);

type FoundCase = { readonly [Part in keyof RowsOfCase]: readonly RowAsJson[] | null } & {
  readonly case: RowAsJson;
  readonly relationship: string | null;
  readonly referralContentId: string | null;
  readonly safeContact: RowAsJson | null;
  readonly gradedAt: Date | null;
  /** What stands of safe contact on other records of the victim: contents, by id. */
  readonly safeContactAlso: readonly string[] | null;
  readonly safeContactProposals: readonly RowAsJson[] | null;
};

/** One case with all that belongs to it, or null; in one statement, since a case lies in some twenty tables. */
export async function caseDetails(reads: Reads, id: string) {
  const [found] = await reads.$queryRaw<FoundCase[]>(Prisma.sql`
    select to_json(c) as "case",
      (select relationship from pair where id = c.pair_id) as relationship,
      (select id from content where subject_id = c.id and kind = 'referral' limit 1) as "referralContentId",
      (select to_json(s) from (select own.victim_id, own.content_id, own.by_case_id, (select min(each.suspended_at) from safe_contact each
          where each.victim_id = ${samePersonAs(Prisma.sql`c.victim_id`)}) as suspended_at
        from safe_contact own where own.victim_id = c.victim_id) s) as "safeContact",
      (select json_agg(also.content_id order by also.victim_id) from safe_contact also
        join same_person bond on bond.other_id = also.victim_id
        where bond.person_id = c.victim_id and also.content_id is not null) as "safeContactAlso",
      (select max(occurred_at) from audit_event where case_id = c.id and type = 'riskGraded') as "gradedAt",
      (select json_agg(p order by p.proposed_at, p.id) from safe_contact_proposal p
        where p.victim_id = c.victim_id and p.settled_at is null) as "safeContactProposals",
      ${allOfThem}
    from "case" c where c.id = ${id}::uuid`);
  if (!found) return null;
  const { relationship, referralContentId, safeContact, gradedAt } = found;
  const many = Object.fromEntries(partsOfCase.map((part) => [part, asRows(found[part])])) as unknown as {
    readonly [Part in keyof RowsOfCase]: readonly AsText<RowsOfCase[Part]>[];
  };
  return {
    ...asRow<rows.Case>(found.case),
    ...many,
    relationship,
    referralContentId,
    gradedAt: gradedAt && toInstant(gradedAt),
    safeContact: safeContact && asRow<rows.SafeContact>(safeContact),
    safeContactAlso: found.safeContactAlso ?? [],
    safeContactProposals: asRows<rows.SafeContactProposal>(found.safeContactProposals),
    breaches: many.breaches.map((each) => ({ ...each, conditions: textsIn(each.conditions) })),
    liveDates: many.liveDates.map((each) => {
      return { ...each, conditions: textsIn(each.conditions), companionIds: textsIn(each.companionIds) };
    }),
    clocks: many.clocks.map(({ id: clockId, status, agencyId, ownerId, rungsFired, data }) => {
      return { id: clockId, status, agencyId, ownerId, rungsFired, clock: data as unknown as Clock };
    }),
    transfers: many.transfers as unknown as readonly TransferRow[],
  };
}

/** The rows of a table that belong to the case `c`, in an order; table and order are ours, never what somebody asked for. */
function rowsOf(table: string, order: string): Prisma.Sql {
  return Prisma.raw(`(select json_agg(x order by ${order}) from ${table} x where x.case_id = c.id)`);
}

/** The texts of a list kept as JSON; none where nothing was kept. */
function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
