import type pg from 'pg';
import type { Prisma } from './generated/client.ts';

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
      const { rows } = await pool.query({ name: nameOf({ sql: text }), text, values: [...values] });
      return rows as T;
    },
  };
}
