import { isDeepStrictEqual } from 'node:util';
import type { MeetingFact } from '../../domain/meetings/meetingFact.ts';
import { lockMatter } from '../decisions/lockMatter.ts';
import { meetingKind } from '../decisions/meetingKind.ts';
import type { Store, Tx } from '../prismaClient.ts';
import { project } from '../projection/project.ts';
import { type TableName, WriteSet } from '../projection/writeSet.ts';
import { brokenLink, type BrokenLink } from './brokenLink.ts';
import { readRecord } from './readRecord.ts';

/** Tables of the read model whose rows belong to one meeting, and the column that says to which. */
const tablesOfMeeting = {
  research_request: 'meeting_id',
  research_return: 'meeting_id',
  case_at_meeting: 'meeting_id',
  meeting_table: 'id',
  meeting_minutes: 'meeting_id',
  clock: 'case_id',
  rung: 'case_id',
} as const satisfies Partial<Record<TableName, string>>;

const everyRow = [['meeting', 'id'] as const, ...Object.entries(tablesOfMeeting)]
  .map(
    ([table, column]) =>
      `SELECT '${table}/' || id AS key, to_jsonb(t) AS row FROM "${table}" t WHERE ${column} = $1::uuid`,
  )
  .join(' UNION ALL ');

/** What a rebuild of a meeting found: nothing to do, rows that were mended, or a record that cannot be trusted. */
export type RebuiltMeeting =
  | { readonly status: 'same' }
  | { readonly status: 'mended'; readonly rows: readonly string[] }
  | { readonly status: 'broken'; readonly link: BrokenLink };

/** Lays the whole record of a meeting over its read model again, in one transaction under its lock. */
export async function rebuildMeeting(
  store: Store,
  meetingId: string,
  columnsOf: (table: TableName) => readonly string[],
): Promise<RebuiltMeeting> {
  return store.prisma.$transaction(
    async (tx) => {
      await lockMatter(tx, meetingId);
      const events = await readRecord<MeetingFact>(tx, meetingId);
      const row = await tx.meeting.findUniqueOrThrow({ where: { id: meetingId } });
      const link = brokenLink(events, row);
      if (link) return { status: 'broken', link };
      const last = events.at(-1);
      if (!last) return { status: 'same' };
      const before = await snapshot(tx, meetingId);
      for (const [table, column] of Object.entries(tablesOfMeeting))
        await tx.$executeRawUnsafe(`DELETE FROM "${table}" WHERE ${column} = $1::uuid`, meetingId);
      const writes = new WriteSet();
      const facts = events.map(({ recorded }) => recorded);
      const standing = project(
        { id: meetingId, kind: meetingKind, standing: null, runningClockIds: [] },
        facts,
        writes,
      );
      const { epoch, revision } = row;
      writes.add('meeting', { ...standing, epoch, revision, seq: last.recorded.seq, lastHash: last.hash });
      await writes.flush(tx, columnsOf);
      const after = await snapshot(tx, meetingId);
      const keys = [...new Set([...before.keys(), ...after.keys()])].toSorted();
      const rows = keys.filter((key) => !isDeepStrictEqual(before.get(key), after.get(key)));
      return rows.length === 0 ? { status: 'same' } : { status: 'mended', rows };
    },
    { timeout: 120_000, maxWait: 10_000 },
  );
}

async function snapshot(tx: Tx, meetingId: string): Promise<ReadonlyMap<string, unknown>> {
  const rows = await tx.$queryRawUnsafe<{ key: string; row: unknown }[]>(everyRow, meetingId);
  return new Map(rows.map(({ key, row }) => [key, row]));
}

/** Ids of every meeting that has a record. */
export async function meetingsWithRecord(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id::text FROM meeting WHERE seq > 0 ORDER BY id`;
  return rows.map(({ id }) => id);
}
