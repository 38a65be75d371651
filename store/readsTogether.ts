import type pg from 'pg';
import type { Reads } from './directReads.ts';
import type { Prisma } from './generated/client.ts';
import { onOneConnection } from './onOneConnection.ts';

interface Asked {
  readonly query: pg.QueryConfig;
  readonly answer: (rows: Promise<unknown>) => void;
  readonly refuse: (error: unknown) => void;
}

/**
 * Small statements, each answered by a key, that are asked at once: those of one turn go to the database over one connection and in
 * one piece, one behind the other. Handing a statement to the network costs more than such a statement itself, and the page of a
 * case asks a dozen. Each is still answered, refused and committed for itself. Not for what may take long: whatever was asked
 * behind it in the same turn waits for it.
 */
export function readsTogether(pool: pg.Pool, nameOf: (query: { readonly sql: string }) => string): Reads {
  let ofThisTurn: Asked[] = [];
  const send = () => {
    const asked = ofThisTurn;
    ofThisTurn = [];
    void askTogether(pool, asked);
  };
  return {
    $queryRaw<T>({ text, values }: Prisma.Sql): Promise<T> {
      const query = { name: nameOf({ sql: text }), text, values: [...values] };
      if (ofThisTurn.length === 0) queueMicrotask(send);
      return new Promise((resolve, reject) => {
        ofThisTurn.push({ query, answer: (rows) => resolve(rows as Promise<T>), refuse: reject });
      });
    },
  };
}

async function askTogether(pool: pg.Pool, asked: readonly Asked[]): Promise<void> {
  try {
    await onOneConnection(pool, async (client) => {
      const answers = inOnePiece(client, () =>
        asked.map(({ query, answer }) => {
          const rows = client.query(query).then((result): unknown => result.rows);
          answer(rows);
          return rows;
        }),
      );
      // The connection is given back once the last of them is over, however the others ended.
      await Promise.allSettled(answers);
      await Promise.all(answers);
    });
  } catch (error) {
    // Who has been answered or refused already stays so: this is for where there was no connection.
    for (const { refuse } of asked) refuse(error);
  }
}

/** What is sent meanwhile leaves at once, in one piece. */
function inOnePiece<T>({ connection: { stream } }: pg.PoolClient, send: () => T): T {
  stream.cork();
  try {
    return send();
  } finally {
    stream.uncork();
  }
}
