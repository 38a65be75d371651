import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import { agenciesHeldAs, type Actor } from '../../domain/access/actor.ts';
import { mayDoInArea } from '../../domain/access/mayDo.ts';
import { visibleCaseIds } from '../../store/access/visibleCases.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { type CaseOnBoard, casesOnBoard } from '../../store/meetings/meetingBoard.ts';
import { meetingById, type KnownMeeting } from '../../store/meetings/findMeeting.ts';
import type { Dependencies } from '../dependencies.ts';

/** A meeting as one person may see it: its cases without those hidden from them, and whether they run it. */
export interface SeenMeeting {
  readonly ok: true;
  readonly meeting: KnownMeeting;
  readonly cases: readonly CaseOnBoard[];
  readonly runs: boolean;
  /** Whether none of its cases is hidden from them: only then may they read what was written about the meeting as a whole. */
  readonly seesAll: boolean;
  /** The agencies they sit at the table for. */
  readonly ownAgencyIds: readonly string[];
}

/** Looks at a meeting and its list as somebody, and notes that they did. */
export async function seeMeeting(
  { store, clock }: Dependencies,
  actor: Actor,
  meetingId: string,
  { event, route }: { readonly event: string; readonly route: string },
): Promise<SeenMeeting | RequestProblem> {
  const { prisma } = store;
  const meeting = await meetingById(prisma, meetingId);
  if (!meeting) return problem('NOT_FOUND');
  const all = await casesOnBoard(prisma, meetingId);
  const visible = await visibleCaseIds(
    prisma,
    actor,
    all.map(({ caseId }) => caseId),
  );
  const { practitionerId: actorId } = actor;
  await recordAccess(prisma, { actorId, event, route, caseId: null, outcome: 'shown', at: clock.now() });
  return {
    ok: true,
    meeting,
    cases: all.filter(({ caseId }) => visible.has(caseId)),
    seesAll: all.every(({ caseId }) => visible.has(caseId)),
    runs: mayDoInArea(actor, 'runMeeting', meeting.areaId),
    ownAgencyIds: agenciesHeldAs(actor, ['agencyRepresentative', 'agencyLead', 'idva', 'idvaServiceManager']),
  };
}
