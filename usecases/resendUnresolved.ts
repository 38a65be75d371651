import { addHours } from '../domain/calendar/london.ts';
import { unresolvedCausedBy, unresolvedCommands } from '../store/commands/findCommand.ts';
import type { StoredCommand } from '../store/commands/storedCommand.ts';
import type { Dependencies } from './dependencies.ts';
import { deliverAgain } from './sendCommand.ts';

/** How many commands one round takes on; the next round takes the next. */
const batch = 200;

/**
 * Sends every command again that was staged so many seconds ago and has no answer: an interface that died, an engine
 * that was away, a report nobody waits for. Safe to run beside itself. Returns how many were tried.
 */
export async function resendUnresolved(deps: Dependencies, olderThanSeconds: number): Promise<number> {
  const before = addHours(deps.clock.now(), -olderThanSeconds / 3_600);
  return deliverAll(deps, await unresolvedCommands(deps.store.prisma, before, batch));
}

/**
 * Delivers what the decision of a command led to elsewhere and has no answer yet: told twice, a matter gives the
 * answer it gave. Whatever is left over is the reconciler's. Returns how many were tried.
 */
export async function resendCausedBy(deps: Dependencies, causeId: string): Promise<number> {
  return deliverAll(deps, await unresolvedCausedBy(deps.store.prisma, causeId));
}

async function deliverAll(deps: Dependencies, waiting: readonly StoredCommand[]): Promise<number> {
  for (const command of waiting) {
    await deliverAgain(deps, command).catch((error: unknown) => {
      // One that fails must not keep the others waiting; it stays staged and is tried again.
      deps.log.error({ commandId: command.id, err: error }, 'resend failed');
    });
  }
  return waiting.length;
}
