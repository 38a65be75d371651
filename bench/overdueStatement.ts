import type { Actor } from '../domain/access/actor.ts';
import { systemClock } from '../platform/clock.ts';
import { runningClocks } from '../store/clocks/overdueClocks.ts';
import type { Tx } from '../store/prismaClient.ts';

/** A statement with its values, as the driver takes them. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The statement of the overdue board for somebody and an area, caught on its way to the database. */
export async function overdueStatement(actor: Actor, areaId: string, limit: number): Promise<Statement> {
  let caught: Statement | undefined;
  const catching = {
    $queryRaw: async (sql: Statement) => {
      caught = { text: sql.text, values: sql.values };
      return [];
    },
  };
  const filter = { areaId, overdueBefore: systemClock.now() };
  await runningClocks(catching as unknown as Tx, actor, filter, null, limit);
  if (!caught) throw new Error('The board asked the database nothing.');
  return caught;
}
