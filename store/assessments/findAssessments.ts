import { agenciesHeldAs, areasHeldAs, type Actor } from '../../domain/access/actor.ts';
import {
  type AssessmentAccess,
  assessmentAgencyRoles,
  assessmentAreaRoles,
  assessmentServiceRoles,
} from '../../domain/access/assessmentAccess.ts';
import { type AssessmentStatus, serviceOfAssessment } from '../../domain/assessments/assessmentStanding.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant, toInstant, toInstantOrNull } from '../time.ts';

/** Of these assessments, those on record, each with the hash of the row it came from. */
export async function knownAssessments(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.command.findMany({
    where: { about: 'assessment', type: 'recordAssessment', status: 'resolved', caseId: { in: [...ids] } },
    orderBy: { stagedAt: 'desc' },
    select: { caseId: true, bodyHash: true },
  });
  return new Map(rows.map(({ caseId, bodyHash }) => [caseId, bodyHash]));
}

/** What decides who may see an assessment; null where there is none. */
export async function assessmentAccess(tx: Tx, id: string): Promise<AssessmentAccess | null> {
  const row = await tx.loneAssessment.findUnique({ where: { id } });
  if (!row) return null;
  const { areaId, agencyId, recordedById, victimId, perpetratorId, toAgencyId } = row;
  const denied = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    select distinct practitioner_id as id from denied_person where person_id in (${victimId}::uuid, ${perpetratorId}::uuid)`);
  const serviceId = serviceOfAssessment({ status: row.status as AssessmentStatus, toAgencyId });
  return { areaId, agencyId, recordedById, serviceId, deniedPractitionerIds: denied.map(({ id }) => id) };
}

export interface AssessmentPage {
  readonly status: AssessmentStatus;
  readonly after: { readonly at: IsoInstant; readonly id: string } | null;
  readonly limit: number;
}

/** Assessments that an actor may see, the oldest first: what `maySeeAssessment` allows, said in SQL. */
export async function findAssessments(tx: Tx, actor: Actor, { status, after, limit }: AssessmentPage) {
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT a.id::text ${visibleAssessments(actor, status)}
      ${after ? Prisma.sql`AND (a.taken_at, a.id) > (${fromInstant(after.at)}, ${after.id}::uuid)` : Prisma.empty}
    ORDER BY a.taken_at, a.id LIMIT ${limit}`);
  return assessmentsById(
    tx,
    rows.map(({ id }) => id),
  );
}

/** An assessment as its row has it, with the clock that still runs for it. */
export type FoundAssessment = Awaited<ReturnType<typeof assessmentsById>>[number];

/** Assessments by their ids, the oldest first; whoever asks has found out that they may be seen. */
export async function assessmentsById(tx: Tx, ids: readonly string[]) {
  const [found, clocks] = await Promise.all([
    tx.loneAssessment.findMany({ where: { id: { in: [...ids] } }, orderBy: [{ takenAt: 'asc' }, { id: 'asc' }] }),
    tx.clock.findMany({ where: { caseId: { in: [...ids] }, status: { not: 'ended' } } }),
  ]);
  return found.map((row) => ({
    ...row,
    takenAt: toInstant(row.takenAt),
    settledAt: toInstantOrNull(row.settledAt),
    handedOverAt: toInstantOrNull(row.handedOverAt),
    answeredAt: toInstantOrNull(row.answeredAt),
    clock: (clocks.find(({ caseId }) => caseId === row.id)?.data ?? null) as unknown as Clock | null,
  }));
}

/** How many assessments wait for the answer of a service of theirs, counted up to a number. */
export async function countHandedOver(tx: Tx, actor: Actor, upTo: number): Promise<number> {
  const [counted] = await tx.$queryRaw<{ count: number }[]>(Prisma.sql`
    SELECT count(*)::int AS count FROM (
      SELECT 1 ${visibleAssessments(actor, 'handedOver')} AND ${ofTheirService(actor)} LIMIT ${upTo}) found`);
  return counted?.count ?? 0;
}

/** Where the assessments of one status that an actor may see are read from, or counted. */
export function visibleAssessments(actor: Actor, status: AssessmentStatus): Prisma.Sql {
  return Prisma.sql`FROM lone_assessment a WHERE a.status = ${status} AND ${visibleAssessment(actor)}`;
}

/** That an actor may see an assessment `a`. */
export function visibleAssessment(actor: Actor): Prisma.Sql {
  const me = actor.practitionerId;
  const areas = areasHeldAs(actor, assessmentAreaRoles);
  const agencies = agenciesHeldAs(actor, assessmentAgencyRoles);
  const inAreas = areas === 'all' ? Prisma.sql`true` : Prisma.sql`a.area_id = ANY(${[...areas]}::uuid[])`;
  return Prisma.sql`(a.recorded_by_id = ${me}::uuid OR ${inAreas} OR a.agency_id = ANY(${[...agencies]}::uuid[])
      OR (a.status IN ('handedOver', 'takenOn') AND ${ofTheirService(actor)}))
    AND NOT EXISTS (SELECT FROM denied_person d
      WHERE d.practitioner_id = ${me}::uuid AND d.person_id IN (a.victim_id, a.perpetrator_id))`;
}

function ofTheirService(actor: Actor): Prisma.Sql {
  return Prisma.sql`a.to_agency_id = ANY(${[...agenciesHeldAs(actor, assessmentServiceRoles)]}::uuid[])`;
}
