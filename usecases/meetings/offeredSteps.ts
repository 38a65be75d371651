import type { MeetingBoardView } from '../../contracts/views/meetingBoardView.ts';
import { isStepWorthOffering } from '../../domain/meetings/possibleSteps.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { mayDoInArea } from '../../domain/access/mayDo.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';
import type { MeetingCommand } from './meetingCommand.ts';
import { meetingCommands } from './meetingCommands.ts';

/** Every command about a meeting that somebody may send as it stands for its area, and none they may not. */
export async function offeredSteps(
  deps: Dependencies,
  actor: Actor,
  view: MeetingBoardView,
): Promise<readonly MeetingCommand[]> {
  const areaId = (await readCodes(deps)).areaId(view.area);
  const now = deps.clock.now();
  return meetingCommands.filter(
    ({ type, permission, forOwnAgency }) =>
      !forOwnAgency &&
      areaId !== null &&
      mayDoInArea(actor, permission, areaId) &&
      isStepWorthOffering(type, view, now),
  );
}

/** The command about a meeting at an address below it; a mistake in the program where there is none. */
export function meetingCommandAt(path: string): MeetingCommand {
  const found = meetingCommands.find((command) => command.path === path);
  if (!found) throw new Error(`No command about a meeting is sent to ${path}.`);
  return found;
}
