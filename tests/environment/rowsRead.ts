import type { Tx } from '../../store/prismaClient.ts';

/** How many rows of a table a transaction has read so far, by whichever way: few, where an index leads to them. */
export async function rowsRead(tx: Tx, table: string): Promise<number> {
  const [read] = await tx.$queryRaw<{ rows: number }[]>`
    select (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as rows from pg_stat_xact_user_tables where relname = ${table}`;
  return read?.rows ?? NaN;
}
