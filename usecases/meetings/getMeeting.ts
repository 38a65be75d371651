import { isProblem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { MeetingBoardView } from '../../contracts/views/meetingBoardView.ts';
import type { Actor } from '../../domain/access/actor.ts';
import type { KnownMeeting } from '../../store/meetings/findMeeting.ts';
import { agenciesOnBoard } from '../../store/meetings/meetingBoard.ts';
import { readNamesOfPeople } from '../cases/readNamesOfPeople.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';
import { cutOffWhy } from './cutOffWhy.ts';
import { seeMeeting } from './seeMeeting.ts';

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
  const seen = await seeMeeting(deps, actor, meetingId, { event: 'readMeeting', route });
  if (isProblem(seen)) return seen;
  const { meeting, cases, runs, ownAgencyIds } = seen;
  const [board, codes, nameOf] = await Promise.all([
    agenciesOnBoard(deps.store.prisma, meetingId),
    readCodes(deps),
    readNamesOfPeople(
      deps,
      actor,
      cases.map(({ caseId, victimId }) => ({ caseId, personIds: [victimId] })),
    ),
  ]);
  const references = new Set(cases.map(({ reference }) => reference));
  const only = (asked: readonly string[]) => asked.filter((reference) => references.has(reference));
  return {
    ok: true,
    revision: meeting.revision,
    view: {
      ...presentStanding(meeting),
      area: codes.area(meeting.areaId),
      cutOffWhy: await cutOffWhy(deps, meeting, codes),
      cases: cases.map(({ caseId: _c, perpetratorId: _p, victimId, ...shown }) => ({
        ...shown,
        victim: nameOf(victimId),
      })),
      research: board
        .filter(({ agencyId }) => runs || ownAgencyIds.includes(agencyId))
        .map(({ agencyId, asked, missing, silentOn }) => ({
          agency: codes.agency(agencyId) ?? '',
          asked: only(asked),
          missing: only(missing),
          silentOn: only(silentOn),
        })),
    },
  };
}

function presentStanding(meeting: KnownMeeting): Omit<MeetingBoardView, 'area' | 'cutOffWhy' | 'cases' | 'research'> {
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
