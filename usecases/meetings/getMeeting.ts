import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { MeetingBoardView } from '../../contracts/views/meetingBoardView.ts';
import { agenciesHeldAs, type Actor } from '../../domain/access/actor.ts';
import { mayDoInArea } from '../../domain/access/mayDo.ts';
import { visibleCaseIds } from '../../store/access/visibleCases.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { meetingById, type KnownMeeting } from '../../store/meetings/findMeeting.ts';
import { agenciesOnBoard, casesOnBoard } from '../../store/meetings/meetingBoard.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';

/**
 * A meeting with its list and what agencies have answered. Everybody sees the cases they may see; what was asked of an
 * agency is seen by those who run the meeting, and by its own people.
 */
export async function getMeeting(
  deps: Dependencies,
  actor: Actor,
  meetingId: string,
  route: string,
): Promise<{ readonly ok: true; readonly view: MeetingBoardView; readonly revision: number } | RequestProblem> {
  const { prisma } = deps.store;
  const meeting = await meetingById(prisma, meetingId);
  if (!meeting) return problem('NOT_FOUND');
  const cases = await casesOnBoard(prisma, meetingId);
  const visible = await visibleCaseIds(
    prisma,
    actor,
    cases.map(({ caseId }) => caseId),
  );
  const seen = new Set(cases.flatMap(({ caseId, reference }) => (visible.has(caseId) ? [reference] : [])));
  const runs = mayDoInArea(actor, 'runMeeting', meeting.areaId);
  const own = agenciesHeldAs(actor, ['agencyRepresentative', 'agencyLead', 'idva', 'idvaServiceManager']);
  const agencies = (await agenciesOnBoard(prisma, meetingId)).filter(({ agencyId }) => runs || own.includes(agencyId));
  const codes = await readCodes(deps);
  const { practitionerId: actorId } = actor;
  await recordAccess(prisma, {
    actorId,
    event: 'readMeeting',
    route,
    caseId: null,
    outcome: 'shown',
    at: deps.clock.now(),
  });
  const only = (references: readonly string[]) => references.filter((reference) => seen.has(reference));
  return {
    ok: true,
    revision: meeting.revision,
    view: {
      ...presentStanding(meeting),
      area: codes.area(meeting.areaId),
      cases: cases.flatMap(({ caseId, ...shown }) => (visible.has(caseId) ? [shown] : [])),
      research: agencies.map(({ agencyId, asked, missing, silentOn }) => ({
        agency: codes.agency(agencyId) ?? '',
        asked: only(asked),
        missing: only(missing),
        silentOn: only(silentOn),
      })),
    },
  };
}

function presentStanding(meeting: KnownMeeting): Omit<MeetingBoardView, 'area' | 'cases' | 'research'> {
  const { id, kind, status, onDate, startsAt, cutOffOn, capacity, sequence, revision } = meeting;
  const { lockedAt, agendaSentAt, heldAt, quorate, missingServices } = meeting;
  const { minutesVersion: version, minutesConfirmedAt: confirmedAt, minutesSentAt: sentAt } = meeting;
  return {
    meetingId: id,
    kind,
    status,
    on: onDate,
    startsAt,
    cutOffOn,
    capacity,
    sequence,
    revision,
    lockedAt,
    agendaSentAt,
    heldAt,
    warnings: {
      quorate,
      missingServices: [...missingServices],
    },
    minutes: version === 0 ? null : { version, confirmedAt, sentAt },
  };
}
