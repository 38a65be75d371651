import type { z } from 'zod';
import { isProblem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { historyView } from '../../contracts/views/caseView.ts';
import { describeFact } from '../../domain/history/describeFact.ts';
import type { FactData, FactType } from '../../domain/lifecycle/caseFact.ts';
import { noteAccess, recordAccess } from '../../store/access/recordAccess.ts';
import { caseHistory as readHistory, lastOfHistory, type HistoryRow } from '../../store/audit/caseHistory.ts';
import type { Dependencies } from '../dependencies.ts';
import { seeCase } from '../seeCase.ts';
import type { CaseToWorkOn, Reading } from './getCase.ts';

export type HistoryLine = z.output<typeof historyView>;

/** What happened in a case, in plain sentences, from its record alone. */
export async function caseHistory(
  deps: Dependencies,
  { actor, route, reference }: Reading,
  afterNumber: number,
  limit: number,
): Promise<{ readonly ok: true; readonly lines: readonly HistoryLine[]; readonly more: boolean } | RequestProblem> {
  const { prisma } = deps.store;
  const seen = await seeCase(deps, reference, { actor, permission: 'readAudit', event: 'readHistory', route });
  if (isProblem(seen)) return seen;
  const rows = await readHistory(prisma, seen.known.id, afterNumber, limit + 1);
  const at = deps.clock.now();
  const access = { actorId: actor.practitionerId, event: 'readHistory', route, caseId: seen.known.id };
  await recordAccess(prisma, { ...access, outcome: seen.level, at });
  return { ok: true, lines: rows.slice(0, limit).map(line), more: rows.length > limit };
}

/** The last things that happened in a case somebody has just been shown, the latest last; null for those who may not know. */
export async function latestHistory(
  { store, clock }: Dependencies,
  { actor, route }: Reading,
  { caseId, level, may }: CaseToWorkOn,
  limit: number,
): Promise<readonly HistoryLine[] | null> {
  if (!may('readAudit')) return null;
  const access = { actorId: actor.practitionerId, event: 'readHistory', route, caseId, outcome: level };
  const [rows] = await Promise.all([
    lastOfHistory(store.reads, caseId, limit),
    noteAccess(store.reads, { ...access, at: clock.now() }),
  ]);
  return rows.map(line);
}

function line(row: HistoryRow): HistoryLine {
  return {
    number: row.seq,
    // The record holds the data of its own type: both were written together.
    what: describeFact(row.type, row.data as FactData[FactType]),
    type: row.type,
    byId: row.actorId,
    occurredAt: row.occurred.at,
    precision: row.occurred.precision,
    recordedAt: row.recordedAt,
    policyVersion: row.policyVersion,
    hash: row.hash,
  };
}
