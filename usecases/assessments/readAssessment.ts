import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { LoneAssessmentView } from '../../contracts/views/loneAssessmentView.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { mayAnswerHandover, maySeeAssessment, maySettleAssessment } from '../../domain/access/assessmentAccess.ts';
import { assessmentAccess, assessmentsById } from '../../store/assessments/findAssessments.ts';
import type { Dependencies } from '../dependencies.ts';
import { presentAssessments } from './presentAssessments.ts';

export interface AssessmentRead {
  readonly ok: true;
  readonly view: LoneAssessmentView;
  readonly maySettle: boolean;
  readonly mayAnswer: boolean;
}

/** One assessment that stands alone, and what its reader may do: decide what becomes of it, or answer for its service. */
export async function readAssessment(
  deps: Dependencies,
  actor: Actor,
  route: string,
  id: string,
): Promise<AssessmentRead | RequestProblem> {
  const { prisma } = deps.store;
  const access = await assessmentAccess(prisma, id);
  if (!access || !maySeeAssessment(actor, access)) return problem('NOT_FOUND');
  const [view] = await presentAssessments(deps, actor, route, await assessmentsById(prisma, [id]));
  if (!view) return problem('NOT_FOUND');
  return { ok: true, view, maySettle: maySettleAssessment(actor, access), mayAnswer: mayAnswerHandover(actor, access) };
}
