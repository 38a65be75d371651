import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import type { Tx } from '../prismaClient.ts';
import { transfersOf } from '../transfers/findTransfers.ts';
import { toInstant, toInstantOrNull, toIsoDate, toIsoDateOrNull } from '../time.ts';

/** Everything the read model has of one case: ids, codes and dates; the words are content, found by id. */
export type CaseDetails = NonNullable<Awaited<ReturnType<typeof caseDetails>>>;

/** One case with all that belongs to it, or null. */
export async function caseDetails(tx: Tx, id: string) {
  const row = await tx.case.findUnique({ where: { id } });
  if (!row) return null;
  const where = { caseId: id };
  const [pair, safe, referral] = await Promise.all([
    tx.pair.findUnique({ where: { id: row.pairId } }),
    tx.safeContact.findUnique({ where: { victimId: row.victimId } }),
    tx.content.findFirst({ where: { subjectId: id, kind: 'referral' }, select: { id: true } }),
  ]);
  const [parts, advisers, assessments, children, handovers] = await Promise.all([
    tx.caseAgency.findMany({ where, orderBy: { id: 'asc' } }),
    tx.caseAdviser.findMany({ where, orderBy: [{ allocatedAt: 'asc' }, { id: 'asc' }] }),
    tx.assessment.findMany({ where, orderBy: { occurredAt: 'asc' } }),
    tx.child.findMany({ where: { ...where, partedAt: null }, orderBy: { id: 'asc' } }),
    tx.handover.findMany({ where, orderBy: { madeAt: 'asc' } }),
  ]);
  const court = await courtOf(tx, id);
  const [safetyPlans, planReviews, riskReviews, victimViews] = await Promise.all([
    tx.safetyPlan.findMany({ where, orderBy: { seq: 'asc' } }),
    tx.safetyPlanReview.findMany({ where, orderBy: { occurredAt: 'asc' } }),
    tx.riskReview.findMany({ where, orderBy: { occurredAt: 'asc' } }),
    tx.victimView.findMany({ where, orderBy: { occurredAt: 'asc' } }),
  ]);
  const [actions, attempts, liveDates, listings, clocks, transfers] = await Promise.all([
    actionsOf(tx, id),
    tx.contactAttempt.findMany({ where, orderBy: { occurredAt: 'asc' } }),
    tx.liveDate.findMany({ where, orderBy: { addedAt: 'asc' } }),
    listingsOf(tx, id),
    tx.clock.findMany({ where, orderBy: [{ overdueAt: 'asc' }, { id: 'asc' }] }),
    transfersOf(tx, id),
  ]);
  return {
    ...datedColumns(row),
    relationship: pair?.relationship ?? null,
    referralContentId: referral?.id ?? null,
    safeContact: safe && { contentId: safe.contentId, suspendedAt: toInstantOrNull(safe.suspendedAt) },
    parts: parts.map(({ agencyId, part }) => ({ agencyId, part })),
    allocations: advisers.map((each) => ({
      ...each,
      allocatedAt: toInstant(each.allocatedAt),
      endedAt: toInstantOrNull(each.endedAt),
    })),
    assessments: assessments.map((each) => ({ ...each, occurredAt: toInstant(each.occurredAt) })),
    children: children.map((each) => ({ ...each, schoolAt: toInstantOrNull(each.schoolAt) })),
    handovers: handovers.map((each) => ({
      ...each,
      madeAt: toInstant(each.madeAt),
      acknowledgedAt: toInstantOrNull(each.acknowledgedAt),
      refusedAt: toInstantOrNull(each.refusedAt),
      settledAt: toInstantOrNull(each.settledAt),
    })),
    actions,
    attempts: attempts.map((each) => ({ ...each, occurredAt: toInstant(each.occurredAt) })),
    safetyPlans: safetyPlans.map((each) => ({ ...each, occurredAt: toInstant(each.occurredAt) })),
    planReviews: planReviews.map((each) => ({ ...each, occurredAt: toInstant(each.occurredAt) })),
    riskReviews: riskReviews.map((each) => ({ ...each, occurredAt: toInstant(each.occurredAt) })),
    victimViews: victimViews.map((each) => ({ ...each, occurredAt: toInstant(each.occurredAt) })),
    liveDates: liveDates.map((each) => ({
      ...each,
      at: toInstantOrNull(each.at),
      addedAt: toInstant(each.addedAt),
      startsAt: toInstantOrNull(each.startsAt),
      reviewedAt: toInstantOrNull(each.reviewedAt),
      toldAt: toInstantOrNull(each.toldAt),
      conditions: textsIn(each.conditions),
      companionIds: textsIn(each.companionIds),
    })),
    ...court,
    listings,
    transfers,
    clocks: clocks.map((each) => ({
      id: each.id,
      status: each.status,
      agencyId: each.agencyId,
      ownerId: each.ownerId,
      rungsFired: each.rungsFired,
      clock: each.data as unknown as Clock,
    })),
  };
}

/** The proceedings of a case with what they reached, and the breaches of its orders. */
async function courtOf(tx: Tx, caseId: string) {
  const where = { caseId };
  const [proceedings, milestones, breaches] = await Promise.all([
    tx.proceeding.findMany({ where, orderBy: [{ startedOn: 'asc' }, { id: 'asc' }] }),
    tx.milestone.findMany({ where, orderBy: [{ occurredAt: 'asc' }, { id: 'asc' }] }),
    tx.breach.findMany({ where, orderBy: [{ occurredAt: 'asc' }, { id: 'asc' }] }),
  ]);
  return {
    proceedings: proceedings.map((each) => ({
      ...each,
      startedOn: toIsoDate(each.startedOn),
      endedAt: toInstantOrNull(each.endedAt),
    })),
    milestones: milestones.map((each) => ({ ...each, occurredAt: toInstant(each.occurredAt) })),
    breaches: breaches.map((each) => ({
      ...each,
      occurredAt: toInstant(each.occurredAt),
      conditions: textsIn(each.conditions),
    })),
  };
}

/** The texts of a list kept as JSON; none where nothing was kept. */
function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** The actions of a case in the order they were set. */
async function actionsOf(tx: Tx, caseId: string) {
  const rows = await tx.action.findMany({ where: { caseId }, orderBy: [{ setAt: 'asc' }, { id: 'asc' }] });
  return rows.map((row) => ({ ...row, setAt: toInstant(row.setAt), endedAt: toInstantOrNull(row.endedAt) }));
}

/** The meetings a case was on the list of, first to last. */
async function listingsOf(tx: Tx, caseId: string) {
  const rows = await tx.listing.findMany({ where: { caseId }, orderBy: [{ occurredAt: 'asc' }, { id: 'asc' }] });
  const meetings = await tx.meeting.findMany({ where: { id: { in: rows.map(({ meetingId }) => meetingId) } } });
  const dates = new Map<string, IsoDate>(meetings.map(({ id, onDate }) => [id, toIsoDate(onDate)]));
  return rows.map((row) => ({
    id: row.id,
    meetingId: row.meetingId,
    meetingOn: dates.get(row.meetingId) ?? null,
    status: row.status,
    overflow: row.overflow,
    contentId: row.contentId,
    attendance: row.attendance,
  }));
}

type Undated<T> = { [K in keyof T]: K extends 'flagEndsOn' ? IsoDate | null : Instant<T[K]> };
type Instant<V> = V extends Date ? IsoInstant : V extends Date | null ? IsoInstant | null : V;

/** The columns of a case with every `Date` as text; the flag's end is a date, all others are instants. */
function datedColumns<T extends { flagEndsOn: Date | null }>(row: T): Undated<T> {
  const entries = Object.entries(row).map(([name, value]: [string, unknown]) => [
    name,
    value instanceof Date ? toInstant(value) : value,
  ]);
  return { ...(Object.fromEntries(entries) as Undated<T>), flagEndsOn: toIsoDateOrNull(row.flagEndsOn) };
}
