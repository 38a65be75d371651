import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import type { ClockKind } from '../../domain/clocks/clockKind.ts';
import type { Tx } from '../prismaClient.ts';
import { toInstant, toIsoDate } from '../time.ts';
import type { ClockMatter } from './overdueClocks.ts';

/** A clock with the ledger of what was done to it. */
export interface ClockWithLedger extends ClockMatter {
  readonly areaId: string;
  readonly status: string;
  readonly agencyId: string | null;
  readonly ownerId: string | null;
  readonly silent: boolean;
  readonly clock: Clock;
  /** Moves, pauses, acknowledgements and the end, in their order. */
  readonly ledger: readonly {
    readonly type: string;
    readonly at: IsoInstant;
    readonly actorId: string | null;
    readonly data: unknown;
  }[];
  readonly rungs: readonly {
    readonly label: string;
    readonly firedAt: IsoInstant;
    readonly plannedAt: IsoInstant;
    /** Who was told, by id. */
    readonly told: readonly string[];
  }[];
}

/** What kind of duty each of these clocks is of, by their ids; what is no clock is left out. */
export async function kindsOfClocks(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, ClockKind>> {
  const rows = await tx.clock.findMany({ where: { id: { in: [...ids] } }, select: { id: true, kind: true } });
  return new Map(rows.map(({ id, kind }) => [id, kind as ClockKind]));
}

/** One clock with everything that was done to it and every rung that fired; null where there is none. */
export async function findClock(tx: Tx, id: string): Promise<ClockWithLedger | null> {
  const row = await tx.clock.findUnique({ where: { id } });
  if (!row) return null;
  const [known, meeting, assessment, events, rungs] = await Promise.all([
    tx.case.findUnique({ where: { id: row.caseId }, select: { reference: true } }),
    tx.meeting.findUnique({ where: { id: row.caseId }, select: { onDate: true } }),
    row.about === 'assessment'
      ? tx.loneAssessment.findUnique({ where: { id: row.caseId }, select: { takenAt: true } })
      : null,
    tx.auditEvent.findMany({
      where: { caseId: row.caseId, type: { startsWith: 'clock' }, data: { path: ['clock', 'id'], equals: id } },
      orderBy: { seq: 'asc' },
    }),
    tx.rung.findMany({ where: { clockId: id }, orderBy: { firedAt: 'asc' } }),
  ]);
  if (!known && !meeting && !assessment) return null;
  return {
    reference: known?.reference ?? null,
    meetingId: meeting ? row.caseId : null,
    meetingOn: meeting ? toIsoDate(meeting.onDate) : null,
    assessmentId: assessment ? row.caseId : null,
    assessmentOn: assessment ? londonDate(toInstant(assessment.takenAt)) : null,
    areaId: row.areaId,
    status: row.status,
    agencyId: row.agencyId,
    ownerId: row.ownerId,
    silent: row.silent,
    clock: row.data as unknown as Clock,
    ledger: events.map(({ type, occurredAt, actorId, data }) => ({ type, at: toInstant(occurredAt), actorId, data })),
    rungs: rungs.map(({ label, firedAt, plannedAt, recipients }) => ({
      label,
      firedAt: toInstant(firedAt),
      plannedAt: toInstant(plannedAt),
      told: toldIn(recipients),
    })),
  };
}

/** The practitioners in what a rung noted of those it reached, each once. */
function toldIn(recipients: unknown): readonly string[] {
  const noted = Array.isArray(recipients) ? (recipients as readonly { readonly practitionerId?: unknown }[]) : [];
  return [
    ...new Set(noted.flatMap(({ practitionerId }) => (typeof practitionerId === 'string' ? [practitionerId] : []))),
  ];
}
