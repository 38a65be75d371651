import { setTimeout as pause } from 'node:timers/promises';
import { withClient } from '../../scripts/postgres/prepareDatabases.ts';

/** Longer than one turn of a workflow may take, so that what waits is spread over several. */
export const severalTurnsMs = 9_500;

/** Does something while somebody else holds a lock for so many milliseconds, and waits until it is done. */
export async function whileLocked(
  databaseUrl: string,
  lock: { readonly sql: string; readonly values?: readonly string[] },
  milliseconds: number,
  work: () => Promise<unknown>,
): Promise<void> {
  await withClient(databaseUrl, async (somebody) => {
    await somebody.query('begin');
    await somebody.query(lock.sql, [...(lock.values ?? [])]);
    const done = work();
    await pause(milliseconds);
    await somebody.query('rollback');
    await done;
  });
}

/** The lock that every decision about a case needs. */
export function rowOfCase(caseId: string) {
  return { sql: 'select id from "case" where id = $1 for update', values: [caseId] };
}

/** The row of one command, which its decision writes. */
export function rowOfCommand(commandId: string) {
  return { sql: 'select id from command where id = $1 for update', values: [commandId] };
}
