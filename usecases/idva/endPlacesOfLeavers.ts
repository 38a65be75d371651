import { createHash } from 'node:crypto';
import { londonDate, londonMoment } from '../../domain/calendar/london.ts';
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
 * it. Done twice on a day, or begun again after a kill, it does the same once; what was refused, because the last day had just been taken
 * back, is asked anew the next day.
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

/**
 * It ends in the last minute of the last day, from which the service's day for allocating the case again is counted; where that day was entered
 * afterwards, not before the place had begun.
 */
async function stagePlaceEnd(
  { store }: Dependencies,
  { allocationId, caseId, areaId, lastDay, notBefore }: PlaceOfLeaver,
  now: IsoInstant,
): Promise<string> {
  const asked = `${allocationId}/${lastDay}/${londonDate(now)}`;
  const id = deriveId(allocationId, asked);
  const payload = { allocationId };
  const over = londonMoment(lastDay, '23:59');
  await stageCommand(store.prisma, {
    ...{ id, actorId: areaId, route, key: asked, caseId, type: 'endAllocation', payload },
    bodyHash: createHash('sha256').update(JSON.stringify(payload)).digest('hex'),
    occurred: { at: over > notBefore ? over : notBefore, precision: 'minute' },
    expectedRevision: null,
    stagedAt: now,
  });
  return id;
}
