import type { LoneAssessmentBody } from '../../contracts/loneAssessment.ts';
import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { CommandAnswer } from '../../domain/lifecycle/command.ts';
import { newId } from '../../platform/ids.ts';
import { allAgencies } from '../../store/agencies/findAgencies.ts';
import { allAreas } from '../../store/areas/findArea.ts';
import { findCommand } from '../../store/commands/findCommand.ts';
import type { StoredCommand } from '../../store/commands/storedCommand.ts';
import type { Dependencies } from '../dependencies.ts';
import type { CommandRequest } from '../requestIdentity.ts';
import { type AssessmentDesk, prepareAssessment } from './prepareAssessment.ts';
import { writeAssessments } from './writeAssessments.ts';

export type RecordedAssessment =
  | { readonly ok: true; readonly commandId: string; readonly assessmentId: string; readonly revision: number }
  | RequestProblem;

/** Records one assessment without a referral; high, it becomes the duty of its agency to refer by the next working day. */
export async function recordAssessment(
  deps: Dependencies,
  request: CommandRequest,
  body: LoneAssessmentBody,
): Promise<RecordedAssessment> {
  const repeated = await answerKnown(deps, request);
  if (repeated) return repeated;
  const desk = await assessmentDesk(deps, request);
  const prepared = prepareAssessment(desk, body, newId());
  if (!prepared.ok) return prepared;
  const { key, bodyHash } = request;
  const answers = await deps.store.prisma.$transaction(
    (tx) => writeAssessments(tx, deps, request, [{ ...prepared, key, bodyHash }]),
    { timeout: 10_000 },
  );
  if (answers === 'repeated') return (await answerKnown(deps, request)) ?? problem('KEY_REUSED');
  const { commandId, assessmentId } = prepared;
  return answered(answers[0], { id: commandId, caseId: assessmentId });
}

/** Where things are looked up once for one assessment or many. */
export async function assessmentDesk(
  deps: Dependencies,
  { actor }: Pick<CommandRequest, 'actor'>,
): Promise<AssessmentDesk> {
  const { prisma } = deps.store;
  const [areas, agencies] = await Promise.all([allAreas(prisma), allAgencies(prisma)]);
  return { actor, now: deps.clock.now(), areas, agencies };
}

/** The answer that stands to a request that was here before; null where it was not. */
export async function answerKnown(deps: Dependencies, request: CommandRequest): Promise<RecordedAssessment | null> {
  const { actor, route, key } = request;
  const known = await findCommand(deps.store.prisma, { actorId: actor.practitionerId, route, key });
  if (!known) return null;
  return known.bodyHash === request.bodyHash ? answered(known.answer ?? undefined, known) : problem('KEY_REUSED');
}

function answered(
  answer: CommandAnswer | undefined,
  { id, caseId }: Pick<StoredCommand, 'id' | 'caseId'>,
): RecordedAssessment {
  if (!answer) throw new Error('A command about an assessment was staged and not decided.');
  return answer.ok ? { ok: true, commandId: id, assessmentId: caseId, revision: answer.revision } : answer;
}
