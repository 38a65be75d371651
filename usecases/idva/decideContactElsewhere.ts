import type { Occurred, IsoInstant } from '../../domain/calendar/time.ts';
import type { CommandPayloads } from '../../domain/lifecycle/command.ts';
import { deriveId } from '../../platform/ids.ts';
import { stageCommand } from '../../store/commands/stageCommand.ts';
import { casesAwaitingContactDecision } from '../../store/idva/casesAwaitingContactDecision.ts';
import type { Tx } from '../../store/prismaClient.ts';
import type { CommandRequest } from '../requestIdentity.ts';

/**
 * Safe contact is the victim's: where a decision about it is made in one case, every other case of theirs that waits
 * for it gets the same decision as a command of its own. Nobody waits for these; the reconciler sends them.
 */
export async function decideContactElsewhere(
  tx: Tx,
  { actor, route, key, bodyHash }: CommandRequest,
  decided: {
    readonly commandId: string;
    readonly caseId: string;
    readonly payload: CommandPayloads['decideContact'];
    readonly occurred: Occurred;
    readonly at: IsoInstant;
  },
): Promise<void> {
  const { commandId, payload, occurred, at } = decided;
  for (const { caseId, victimId } of await casesAwaitingContactDecision(tx, payload.victimId, decided.caseId))
    await stageCommand(tx, {
      ...{ id: deriveId(commandId, `elsewhere/${caseId}`), actorId: actor.practitionerId, key, bodyHash, caseId },
      // One request leads to several commands: the route tells them apart under one key.
      route: `${route} ${caseId}`,
      type: 'decideContact',
      payload: { ...payload, victimId, elsewhere: true },
      occurred,
      expectedRevision: null,
      stagedAt: at,
    });
}
