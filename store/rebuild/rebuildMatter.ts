import { isDeepStrictEqual } from 'node:util';
import type { AnyFact, MatterStanding } from '../../domain/matters/matter.ts';
import { lockMatter } from '../decisions/lockMatter.ts';
import type { MatterKind } from '../decisions/matterKind.ts';
import { Prisma } from '../generated/client.ts';
import type { Store, Tx } from '../prismaClient.ts';
import { project } from '../projection/project.ts';
import { type Patch, type TableName, WriteSet } from '../projection/writeSet.ts';
import { brokenLink, type BrokenLink } from './brokenLink.ts';
import { readRecord } from './readRecord.ts';

/** What a rebuild found: nothing to do, rows that were mended, or a record that cannot be trusted. */
export type RebuiltMatter =
  | { readonly status: 'same' }
  | { readonly status: 'mended'; readonly rows: readonly string[] }
  | { readonly status: 'broken'; readonly link: BrokenLink };

/** Tables of the read model whose rows belong to one matter of a kind, and the column that says to which. */
export type TablesOfMatter = Readonly<Partial<Record<TableName, string>>>;

interface Row {
  readonly epoch: number;
  readonly revision: number;
  readonly seq: number;
  readonly lastHash: string;
}

/**
 * Lays the whole record of a meeting, or of an assessment that stands alone, over its read model again, in one
 * transaction under its lock. Its own row comes back too where it was lost.
 */
export async function rebuildMatter<S extends MatterStanding, F extends AnyFact, A>(
  store: Store,
  kind: MatterKind<S, F, A>,
  tables: TablesOfMatter,
  id: string,
  columnsOf: (table: TableName) => readonly string[],
): Promise<RebuiltMatter> {
  return store.prisma.$transaction(
    async (tx) => {
      await lockMatter(tx, id);
      const events = await readRecord<F>(tx, id);
      const [row] = await tx.$queryRaw<Row[]>`
        SELECT epoch, revision, seq, last_hash AS "lastHash" FROM ${Prisma.raw(`"${kind.table}"`)} WHERE id = ${id}::uuid`;
      const link = brokenLink(events, row ?? null);
      if (link) return { status: 'broken', link };
      const [first, last] = [events[0], events.at(-1)];
      if (!first || !last) return { status: 'same' };
      const before = await snapshot(tx, kind.table, tables, id);
      for (const [table, column] of Object.entries(tables))
        await tx.$executeRawUnsafe(`DELETE FROM "${table}" WHERE ${column} = $1::uuid`, id);
      const writes = new WriteSet();
      const facts = events.map(({ recorded }) => recorded);
      const standing = project({ id, kind, standing: null, runningClockIds: [] }, facts, writes);
      const { seq, recordedAt } = last.recorded;
      const { epoch = 1, revision = seq } = row ?? {};
      const afresh = row ? {} : kind.newRow(first.recorded.recordedAt ?? recordedAt);
      writes.add(kind.table, { ...standing, epoch, revision, seq, lastHash: last.hash, ...afresh } as unknown as Patch);
      await writes.flush(tx, columnsOf);
      const after = await snapshot(tx, kind.table, tables, id);
      const keys = [...new Set([...before.keys(), ...after.keys()])].toSorted();
      const rows = keys.filter((key) => !isDeepStrictEqual(before.get(key), after.get(key)));
      return rows.length === 0 ? { status: 'same' } : { status: 'mended', rows };
    },
    { timeout: 120_000, maxWait: 10_000 },
  );
}

async function snapshot(
  tx: Tx,
  own: TableName,
  tables: TablesOfMatter,
  id: string,
): Promise<ReadonlyMap<string, unknown>> {
  const everyRow = [[own, 'id'] as const, ...Object.entries(tables)]
    .map(
      ([table, column]) =>
        `SELECT '${table}/' || id AS key, to_jsonb(t) AS row FROM "${table}" t WHERE ${column} = $1::uuid`,
    )
    .join(' UNION ALL ');
  const rows = await tx.$queryRawUnsafe<{ key: string; row: unknown }[]>(everyRow, id);
  return new Map(rows.map(({ key, row }) => [key, row]));
}
