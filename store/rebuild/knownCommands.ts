import type { Tx } from '../prismaClient.ts';

/** Those of these commands that have a row, whatever became of them. */
export async function knownCommands(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.command.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}
