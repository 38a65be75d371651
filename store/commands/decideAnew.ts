import type { Tx } from '../prismaClient.ts';
import type { StoredCommand } from './storedCommand.ts';

/** Counts another attempt at a command that still waits for its decision after this one; null where it has been decided. */
export async function decideAnew(tx: Tx, command: StoredCommand): Promise<StoredCommand | null> {
  const { id, attempt } = command;
  const anew = { attempt: attempt + 1 };
  const { count } = await tx.command.updateMany({ where: { id, attempt, status: 'staged' }, data: anew });
  return count === 0 ? null : { ...command, ...anew };
}
