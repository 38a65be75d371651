import { createHash } from 'node:crypto';
import { addDays, londonDate, startOfLondonDay } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { deriveId } from '../../platform/ids.ts';
import { commandById } from '../../store/commands/findCommand.ts';
import { stageCommand } from '../../store/commands/stageCommand.ts';
import { type PlaceOfLeaver, placesOfLeavers } from '../../store/idva/leavers.ts';
import type { Dependencies } from '../dependencies.ts';
import { deliver } from '../sendCommand.ts';

/** By this route the product itself takes places; it names the area as who does. */
const route = 'last day of an adviser';

/**
 * Takes every place of an adviser whose last day is over, by a command to its case: from then on the service's duty queue has
 * it. Done twice, or begun again after a kill, it does the same once; a last day that was taken back and set anew is another.
 * Gives how many it sent; throws between two of them once it is asked to stop, and what was staged by then is the reconciler's.
 */
export async function endPlacesOfLeavers(deps: Dependencies, stop: AbortSignal): Promise<number> {
  const { prisma } = deps.store;
  const now = deps.clock.now();
  let sent = 0;
  for (const place of await placesOfLeavers(prisma, londonDate(now))) {
    stop.throwIfAborted();
    const id = await stagePlaceEnd(deps, place, now);
    const command = await commandById(prisma, id);
    if (command?.status !== 'staged') continue;
    sent += 1;
    await deliver(deps, command).catch((error: unknown) => {
      // It stays staged, and the reconciler tries it again; the others do not wait for it.
      deps.log.error({ commandId: id, err: error }, 'ending a place failed for now');
    });
  }
  return sent;
}

/** It ends with the last day, or where that was entered afterwards, not before it had begun. */
async function stagePlaceEnd(
  { store }: Dependencies,
  { allocationId, caseId, areaId, lastDay, notBefore }: PlaceOfLeaver,
  now: IsoInstant,
): Promise<string> {
  const id = deriveId(allocationId, `ended/${lastDay}`);
  const payload = { allocationId };
  const over = startOfLondonDay(addDays(lastDay, 1));
  await stageCommand(store.prisma, {
    ...{ id, actorId: areaId, route, key: `${allocationId}/${lastDay}`, caseId, type: 'endAllocation', payload },
    bodyHash: createHash('sha256').update(JSON.stringify(payload)).digest('hex'),
    occurred: { at: over > notBefore ? over : notBefore, precision: 'minute' },
    expectedRevision: null,
    stagedAt: now,
  });
  return id;
}
