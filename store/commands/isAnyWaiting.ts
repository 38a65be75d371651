import type { Tx } from '../prismaClient.ts';
import type { CommandKey } from './storedCommand.ts';

/** Whether anything that was staged under a name and route has no answer yet. */
export async function isAnyWaiting(tx: Tx, { actorId, route }: Omit<CommandKey, 'key'>): Promise<boolean> {
  return (await tx.command.findFirst({ where: { actorId, route, status: 'staged' }, select: { id: true } })) !== null;
}
