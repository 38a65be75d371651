import { meetingKind } from '../decisions/meetingKind.ts';
import type { Store, Tx } from '../prismaClient.ts';
import type { TableName } from '../projection/writeSet.ts';
import { rebuildMatter, type RebuiltMatter, type TablesOfMatter } from './rebuildMatter.ts';

const tablesOfMeeting: TablesOfMatter = {
  research_request: 'meeting_id',
  research_return: 'meeting_id',
  case_at_meeting: 'meeting_id',
  meeting_table: 'id',
  meeting_minutes: 'meeting_id',
  clock: 'case_id',
  rung: 'case_id',
};

/** Lays the whole record of a meeting over its read model again, in one transaction under its lock. */
export async function rebuildMeeting(
  store: Store,
  meetingId: string,
  columnsOf: (table: TableName) => readonly string[],
): Promise<RebuiltMatter> {
  return rebuildMatter(store, meetingKind, tablesOfMeeting, meetingId, columnsOf);
}

/** Ids of every meeting that has a record. */
export async function meetingsWithRecord(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id::text FROM meeting WHERE seq > 0 ORDER BY id`;
  return rows.map(({ id }) => id);
}
