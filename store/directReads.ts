import type pg from 'pg';
import type { Prisma } from './generated/client.ts';
import { plannedOnce } from './statementNames.ts';

/** What only reads: statements of ours, outside a transaction. */
export interface Reads {
  $queryRaw<T = unknown>(statement: Prisma.Sql): Promise<T>;
}

/**
 * Statements written by us that are read with every request, sent over the pool itself. Prisma translates a statement
 * and every cell of its answer twice, which took longer than the database for a board of fifty clocks. Only for answers
 * of text, whole numbers, yes and no, ids, bytes, moments and JSON, which the driver reads as Prisma does. It reads other
 * things otherwise: a calendar date is asked for as text.
 */
export function directReads(pool: pg.Pool, nameOf: (query: { readonly sql: string }) => string): Reads {
  return {
    async $queryRaw<T>({ text, values }: Prisma.Sql): Promise<T> {
      const query = { name: nameOf({ sql: text }), text, values: [...values] };
      const { rows } = await (text.includes(plannedOnce.sql) ? keepingItsPlan(pool, query) : pool.query(query));
      return rows as T;
    },
  };
}

/** Asks on a connection that keeps to one plan meanwhile; one that cannot be told otherwise afterwards is not used again. */
async function keepingItsPlan(pool: pg.Pool, query: pg.QueryConfig): Promise<pg.QueryResult> {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query('set plan_cache_mode = force_generic_plan');
    const result = await client.query(query).finally(() => client.query('reset plan_cache_mode'));
    broken = false;
    return result;
  } finally {
    client.release(broken);
  }
}
