import { londonDate } from '../../domain/calendar/london.ts';
import { deriveId } from '../../platform/ids.ts';
import { commandById } from '../../store/commands/findCommand.ts';
import { stageCommand } from '../../store/commands/stageCommand.ts';
import { followUpRoute } from '../../store/decisions/followUps.ts';
import type { Dependencies } from '../dependencies.ts';
import type { CommandRequest } from '../requestIdentity.ts';
import { deliver } from '../sendCommand.ts';

/**
 * Tells each case that somebody who may not see it looked for its people, once a day for each searcher: the case
 * records it and its coordinator hears of it. Not waited for, so that the answer takes as long as where nothing is found;
 * the reconciler sends what is left.
 */
export async function tellOfSearch(
  deps: Dependencies,
  { actor }: Pick<CommandRequest, 'actor'>,
  caseIds: readonly string[],
  forAreaId: string,
): Promise<void> {
  const { practitionerId: byId } = actor;
  const now = deps.clock.now();
  const staged: string[] = [];
  for (const caseId of caseIds) {
    const key = `search/${byId}/${londonDate(now)}`;
    const id = deriveId(caseId, key);
    const fresh = await stageCommand(deps.store.prisma, {
      ...{ id, actorId: byId, route: followUpRoute, key: id, bodyHash: id, caseId, type: 'noteSearch' as const },
      payload: { byId, forAreaId },
      occurred: { at: now, precision: 'minute' },
      expectedRevision: null,
      stagedAt: now,
    });
    if (fresh) staged.push(id);
  }
  void sendOn(deps, staged);
}

async function sendOn(deps: Dependencies, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    try {
      const command = await commandById(deps.store.prisma, id);
      if (command) await deliver(deps, command);
    } catch (error) {
      deps.log.warn({ err: error, commandId: id }, 'what a search led to is sent later');
    }
  }
}
