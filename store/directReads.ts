import type pg from 'pg';
import type { Prisma } from './generated/client.ts';
import { onOneConnection } from './onOneConnection.ts';
import { plannedOnce, readInOrder } from './statementNames.ts';

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
      const { rows } = await asked(pool, query);
      return rows as T;
    },
  };
}

/** What a mark in a statement asks of the connection while it is carried out. */
const settings = [
  { mark: plannedOnce.sql, name: 'plan_cache_mode', value: 'force_generic_plan' },
  { mark: readInOrder.sql, name: 'enable_sort', value: 'off' },
] as const;

async function asked(pool: pg.Pool, query: pg.QueryConfig): Promise<pg.QueryResult> {
  const setting = settings.find(({ mark }) => query.text.includes(mark));
  if (!setting) return pool.query(query);
  return onOneConnection(pool, async (client) => {
    await client.query(`set ${setting.name} = ${setting.value}`);
    return client.query(query).finally(() => client.query(`reset ${setting.name}`));
  });
}
