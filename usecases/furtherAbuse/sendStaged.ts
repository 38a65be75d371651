import { commandById } from '../../store/commands/findCommand.ts';
import type { Dependencies } from '../dependencies.ts';
import { deliver } from '../sendCommand.ts';

/** Sends what a report led to; whatever fails now is sent again by the reconciler. */
export async function sendStaged(deps: Dependencies, commandIds: readonly string[]): Promise<void> {
  for (const id of commandIds) {
    try {
      const command = await commandById(deps.store.prisma, id);
      if (command) await deliver(deps, command);
    } catch (error) {
      deps.log.warn({ err: error, commandId: id }, 'what a report led to is sent later');
    }
  }
}
