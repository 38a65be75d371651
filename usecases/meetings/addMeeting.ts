import type { NewMeetingBody } from '../../contracts/meeting.ts';
import { isProblem, problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { MeetingView } from '../../contracts/views/officeViews.ts';
import { mayDoInArea } from '../../domain/access/mayDo.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import { englandAndWales } from '../../domain/calendar/workingCalendar.ts';
import { newId } from '../../platform/ids.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { areaByCode } from '../../store/areas/findArea.ts';
import { keepRequest } from '../../store/commands/keepRequest.ts';
import { addMeetings } from '../../store/meetings/addMeetings.ts';
import { listMeetings } from '../../store/meetings/listMeetings.ts';
import type { Tx } from '../../store/prismaClient.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';
import type { CommandRequest } from '../requestIdentity.ts';
import { presentMeeting } from './listMeetings.ts';

/** Adds a meeting to an area, with the cut-off of its policy. A repeat finds the meeting it made. */
export async function addMeeting(
  deps: Dependencies,
  request: CommandRequest,
  body: NewMeetingBody,
): Promise<{ readonly ok: true; readonly view: MeetingView } | RequestProblem> {
  const { prisma } = deps.store;
  const area = await areaByCode(prisma, body.area);
  if (!area) return problem('UNKNOWN_AREA');
  if (!mayDoInArea(request.actor, 'manageMeetings', area.id)) return problem('NOT_ALLOWED');
  const id = await prisma.$transaction((tx) => write(deps, tx, request, body, area.id));
  if (isProblem(id)) return id;
  const on = londonDate(body.startsAt);
  const added = (await listMeetings(prisma, [area.id], on, on, 50)).find((meeting) => meeting.id === id);
  return added ? { ok: true, view: presentMeeting(added, await readCodes(deps)) } : problem('MEETING_EXISTS');
}

async function write(
  { clock }: Dependencies,
  tx: Tx,
  { actor, route, key, bodyHash }: CommandRequest,
  { kind, startsAt, capacity }: NewMeetingBody,
  areaId: string,
): Promise<string | RequestProblem> {
  const id = newId();
  const at = clock.now();
  const { practitionerId: actorId } = actor;
  const kept = await keepRequest(tx, { id, actorId, route, key, bodyHash, type: 'addMeeting', subjectId: id, at });
  if (kept.was === 'another') return problem('KEY_REUSED');
  if (kept.was === 'repeated') return kept.subjectId;
  await addMeetings(tx, [{ id, areaId, kind, startsAt, capacity }], englandAndWales, at);
  await recordAccess(tx, { actorId, event: 'addMeeting', route, caseId: null, outcome: 'done', at });
  return id;
}
