import { isProblem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { AgendaView } from '../../contracts/views/meetingDocumentViews.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { addMonths } from '../../domain/calendar/london.ts';
import { agendaHeadings, agendaOf, type Numbered } from '../../domain/meetings/agenda.ts';
import { endingFlags, nextMeetingOn, unfinishedActions } from '../../store/meetings/agendaOfMeeting.ts';
import { agenciesOnBoard, type CaseOnBoard } from '../../store/meetings/meetingBoard.ts';
import { latestVictimViews } from '../../store/meetings/victimViews.ts';
import { recordAccesses } from '../../store/access/recordAccess.ts';
import { readNamesOfPeople } from '../cases/readNamesOfPeople.ts';
import { readWords } from '../cases/words.ts';
import { presentClock } from '../clocks/presentClock.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';
import { seeMeeting, type SeenMeeting } from './seeMeeting.ts';

/** The agenda of a meeting in the practised order, with what its reader may see of it. */
export async function getAgenda(
  deps: Dependencies,
  actor: Actor,
  meetingId: string,
  route: string,
): Promise<{ readonly ok: true; readonly view: AgendaView } | RequestProblem> {
  const seen = await seeMeeting(deps, actor, meetingId, { event: 'readAgenda', route });
  if (isProblem(seen)) return seen;
  const { prisma } = deps.store;
  const { id, areaId, kind, startsAt, onDate, agendaSentAt } = seen.meeting;
  // Where no next meeting is in the calendar, a month ahead is what a monthly area would look at.
  const before = (await nextMeetingOn(prisma, areaId, onDate)) ?? addMonths(onDate, 1);
  const [actions, flags, presentCase, codes] = await Promise.all([
    readUnfinished(deps, actor, seen),
    endingFlags(prisma, actor, areaId, { from: onDate, before }),
    casePresenter(deps, actor, seen),
    readCodes(deps),
  ]);
  const agenda = agendaOf(seen.cases, actions, flags);
  const { practitionerId: actorId } = actor;
  const at = deps.clock.now();
  await recordAccesses(
    prisma,
    seen.cases.map(({ caseId }) => ({ actorId, event: 'readAgenda', route, caseId, outcome: 'shown', at })),
  );
  return {
    ok: true,
    view: {
      meetingId: id,
      area: codes.area(areaId),
      kind,
      startsAt,
      sentAt: agendaSentAt,
      headings: [...agendaHeadings],
      unfinishedActions: [...agenda.unfinishedActions],
      casesWithChildren: agenda.casesWithChildren.map(presentCase),
      casesWithAdults: agenda.casesWithAdults.map(presentCase),
      reachingTwelveMonths: [...agenda.reachingTwelveMonths],
    },
  };
}

/** What an action says is read by those who run the meeting and by the agency that has it. */
async function readUnfinished(deps: Dependencies, actor: Actor, { meeting, runs, ownAgencyIds }: SeenMeeting) {
  const codes = await readCodes(deps);
  const now = deps.clock.now();
  const rows = await unfinishedActions(deps.store.prisma, actor, meeting.areaId);
  const mayRead = (agencyId: string) => runs || ownAgencyIds.includes(agencyId);
  const words = await readWords(
    deps,
    rows.map(({ agencyId, contentId }) => (mayRead(agencyId) ? contentId : null)),
  );
  return rows.map(({ reference, agencyId, riskCode, contentId, clock }) => ({
    clock: presentClock({ reference, agencyId, ownerId: null, silent: false, rungsFired: 0, clock }, codes, now),
    agency: codes.agency(agencyId),
    risk: riskCode,
    description: words(contentId, mayRead(agencyId)),
  }));
}

/** What the victim wants the meeting to know and which agencies have not answered is for those who run it; each agency sees its own silence. */
async function casePresenter(deps: Dependencies, actor: Actor, { meeting, cases, runs, ownAgencyIds }: SeenMeeting) {
  const caseIds = cases.map(({ caseId }) => caseId);
  const [nameOf, board, codes, views] = await Promise.all([
    readNamesOfPeople(
      deps,
      actor,
      cases.map(({ caseId, victimId, perpetratorId }) => ({ caseId, personIds: [victimId, perpetratorId] })),
    ),
    agenciesOnBoard(deps.store.prisma, meeting.id),
    readCodes(deps),
    latestVictimViews(deps.store.prisma, runs ? caseIds : []),
  ]);
  const words = await readWords(deps, [...views.values()]);
  const asked = board.filter(({ agencyId }) => runs || ownAgencyIds.includes(agencyId));
  return ({ caseId, victimId, perpetratorId, ...shown }: Numbered<CaseOnBoard>) => ({
    ...shown,
    victimView: words(views.get(caseId)),
    victim: nameOf(victimId),
    perpetrator: nameOf(perpetratorId),
    missing: asked
      .filter(({ missing }) => missing.includes(shown.reference))
      .map(({ agencyId }) => codes.agency(agencyId) ?? ''),
  });
}
