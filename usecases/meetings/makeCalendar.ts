import { policyEntriesOf } from '../../store/areas/areaPolicies.ts';
import { allAreas } from '../../store/areas/findArea.ts';
import type { StoredCommand } from '../../store/commands/storedCommand.ts';
import type { Dependencies } from '../dependencies.ts';
import { deliver } from '../sendCommand.ts';
import { calendarCommands, stageCalendar } from './calendarCommands.ts';
import { planOfArea } from './planOfArea.ts';

/** Few enough to leave room for what people send meanwhile. */
const meetingsAtOnce = 4;

/**
 * Makes the calendar of every area a year ahead, by the patterns in force: what is missing is called, what the pattern
 * has moved is moved. Done twice, or begun again after a kill, it does the same once. Gives how many commands it sent;
 * throws between two of them once it is asked to stop, and what was staged by then is sent by the reconciler.
 */
export async function makeCalendar(deps: Dependencies, stop: AbortSignal): Promise<number> {
  let sent = 0;
  for (const area of await allAreas(deps.store.prisma)) {
    const { prisma } = deps.store;
    const now = deps.clock.now();
    const plan = await planOfArea(prisma, area, await policyEntriesOf(prisma, area), now);
    const commands = [...calendarCommands(area.id, plan), ...plan.invitations];
    // Nobody sends these: the area is named as who does.
    const waiting = await stageCalendar(prisma, area.id, area.id, commands, now);
    await deliverAll(deps, waiting, stop);
    sent += waiting.length;
  }
  return sent;
}

/** Delivers to a few meetings at once; what one of them gets, it gets in the order in which it was staged. */
async function deliverAll(deps: Dependencies, commands: readonly StoredCommand[], stop: AbortSignal): Promise<void> {
  const meetings = Map.groupBy(commands, ({ caseId }) => caseId).values();
  const lane = async (): Promise<void> => {
    for (const ofOne of meetings)
      for (const command of ofOne) {
        stop.throwIfAborted();
        await deliver(deps, command);
      }
  };
  await Promise.all(Array.from({ length: meetingsAtOnce }, lane));
}
