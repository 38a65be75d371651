import type { Tx } from '../prismaClient.ts';

/**
 * What is staged of these cases and meetings counts as a new attempt: the engine answers an attempt it remembers
 * from its memory, even where the workflow that took it has ended and Postgres knows nothing of the decision.
 */
export async function decideAnew(tx: Tx, matterIds: readonly string[]): Promise<number> {
  const where = { status: 'staged', caseId: { in: [...matterIds] } };
  const { count } = await tx.command.updateMany({ where, data: { attempt: { increment: 1 } } });
  return count;
}
