import type { z } from 'zod';
import type { historyView } from '../../contracts/views/caseView.ts';
import { describeFact } from '../../domain/history/describeFact.ts';
import type { FactData, FactType } from '../../domain/lifecycle/caseFact.ts';
import type { HistoryRow } from '../../store/audit/caseHistory.ts';

export type HistoryLine = z.output<typeof historyView>;

/** Events of a case as its history tells them. */
export function historyLines(rows: readonly HistoryRow[]): readonly HistoryLine[] {
  return rows.map((row) => ({
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
  }));
}
