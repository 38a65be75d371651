import type { NewMeetingBody } from '../../contracts/meeting.ts';
import { isProblem, problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { MeetingView } from '../../contracts/views/officeViews.ts';
import { mayDoInArea } from '../../domain/access/mayDo.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import { newId } from '../../platform/ids.ts';
import { areaByCode } from '../../store/areas/findArea.ts';
import { listMeetings } from '../../store/meetings/listMeetings.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';
import type { CommandRequest } from '../requestIdentity.ts';
import { sendCommand, type CommandResult } from '../sendCommand.ts';
import { presentMeeting } from './listMeetings.ts';

/** A meeting that was added, or the command to add it where it has not been decided yet. */
export type AddedMeeting =
  | { readonly ok: true; readonly view: MeetingView }
  | { readonly ok: true; readonly pending: Extract<CommandResult, { status: 'pending' }> }
  | RequestProblem;

/** Calls a meeting of an area, with the cut-off of its policy. A repeat finds the meeting it made. */
export async function addMeeting(
  deps: Dependencies,
  request: CommandRequest,
  { area: code, kind, startsAt, capacity }: NewMeetingBody,
): Promise<AddedMeeting> {
  const { prisma } = deps.store;
  const area = await areaByCode(prisma, code);
  if (!area) return problem('UNKNOWN_AREA');
  if (!mayDoInArea(request.actor, 'manageMeetings', area.id)) return problem('NOT_ALLOWED');
  const on = londonDate(startsAt);
  const sitting = { areaId: area.id, kind, startsAt, on, capacity: capacity ?? null, slot: null };
  const result = await sendCommand(deps, request, () =>
    Promise.resolve({
      about: 'meeting',
      type: 'callMeeting',
      caseId: newId(),
      occurred: { at: deps.clock.now(), precision: 'minute' },
      expectedRevision: null,
      write: () => Promise.resolve(sitting),
    }),
  );
  // What the address has always answered with, whoever decides it now.
  if (isProblem(result)) return result.code === 'MEETING_EXISTS_ALREADY' ? problem('MEETING_EXISTS') : result;
  if (result.status === 'pending') return { ok: true, pending: result };
  const { caseId: id } = result.command;
  const added = (await listMeetings(prisma, [area.id], on, on, { after: null, latestFirst: false, limit: 50 })).find(
    (meeting) => meeting.id === id,
  );
  return added ? { ok: true, view: presentMeeting(added, await readCodes(deps)) } : problem('NOT_FOUND');
}
