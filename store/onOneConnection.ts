import type pg from 'pg';

/**
 * Does something on one connection of the pool and gives it back. A connection on which something went wrong is not used again: it
 * may not be as others expect it. One that breaks meanwhile fails what is under way on it, and nothing else.
 */
export async function onOneConnection<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // The pool listens to those that lie idle only, and what nobody listens to would end the program.
  const heard = () => undefined;
  client.on('error', heard);
  let broken = true;
  try {
    const result = await work(client);
    broken = false;
    return result;
  } finally {
    client.release(broken);
    client.off('error', heard);
  }
}
