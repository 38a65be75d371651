import { assessmentKind } from '../decisions/assessmentKind.ts';
import type { Store, Tx } from '../prismaClient.ts';
import type { TableName } from '../projection/writeSet.ts';
import { rebuildMatter, type RebuiltMatter } from './rebuildMatter.ts';

/** Lays the whole record of an assessment that stands alone over its read model again. */
export async function rebuildAssessment(
  store: Store,
  assessmentId: string,
  columnsOf: (table: TableName) => readonly string[],
): Promise<RebuiltMatter> {
  return rebuildMatter(store, assessmentKind, { clock: 'case_id', rung: 'case_id' }, assessmentId, columnsOf);
}

/** Ids of every assessment that has a record, also where its row was lost. */
export async function assessmentsWithRecord(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT case_id::text AS id FROM audit_event WHERE about = 'assessment' AND seq = 1 ORDER BY 1`;
  return rows.map(({ id }) => id);
}
