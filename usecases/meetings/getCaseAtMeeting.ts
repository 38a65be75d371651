import { isProblem, problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { CaseAtMeetingView } from '../../contracts/views/meetingDocumentViews.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { agenciesOnBoard } from '../../store/meetings/meetingBoard.ts';
import { researchAbout, takenByCase } from '../../store/meetings/meetingRecord.ts';
import { readNamesOfPeople } from '../cases/readNamesOfPeople.ts';
import { readWords } from '../cases/words.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';
import { presentTaken, wordsOfTaken } from './presentTaken.ts';
import { seeMeeting } from './seeMeeting.ts';

/** One case of a meeting for those who run it: what each agency answered, in its own words, and what was recorded last. */
export async function getCaseAtMeeting(
  deps: Dependencies,
  actor: Actor,
  { meetingId, reference }: { readonly meetingId: string; readonly reference: string },
  route: string,
): Promise<{ readonly ok: true; readonly view: CaseAtMeetingView } | RequestProblem> {
  const event = 'readCaseAtMeeting';
  const seen = await seeMeeting(deps, actor, meetingId, { event, route });
  if (isProblem(seen)) return seen;
  const found = seen.cases.find((each) => each.reference === reference);
  if (!seen.runs || !found) return problem('NOT_FOUND');
  const { prisma } = deps.store;
  const { caseId, victimId, perpetratorId } = found;
  const [returned, board, taken, codes, nameOf] = await Promise.all([
    researchAbout(prisma, meetingId, caseId),
    agenciesOnBoard(prisma, meetingId),
    takenByCase(prisma, meetingId),
    readCodes(deps),
    readNamesOfPeople(deps, actor, [{ caseId, personIds: [victimId, perpetratorId] }]),
  ]);
  const outcome = taken.get(caseId) ?? null;
  const words = await readWords(deps, [
    ...returned.map(({ contentId }) => contentId),
    ...(outcome ? wordsOfTaken(outcome) : []),
  ]);
  const { practitionerId: actorId } = actor;
  await recordAccess(prisma, { actorId, event, route, caseId, outcome: 'shown', at: deps.clock.now() });
  const answered = new Set(returned.map(({ agencyId }) => agencyId));
  const waiting = board.filter(({ agencyId, asked }) => asked.includes(reference) && !answered.has(agencyId));
  const victim = nameOf(victimId);
  return {
    ok: true,
    view: {
      reference,
      victim,
      perpetrator: nameOf(perpetratorId),
      research: [
        ...returned.map(({ agencyId, result, contentId }) => ({
          agency: codes.agency(agencyId),
          result,
          words: words(contentId),
        })),
        ...waiting.map(({ agencyId }) => ({ agency: codes.agency(agencyId), result: 'missing' as const, words: null })),
      ],
      taken: outcome && presentTaken(outcome, { reference, victim, words, codes, onlyFor: null }),
    },
  };
}
