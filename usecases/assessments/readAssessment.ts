import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { LoneAssessmentView } from '../../contracts/views/loneAssessmentView.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { maySeeAssessment, maySettleAssessment } from '../../domain/access/assessmentAccess.ts';
import { assessmentAccess, assessmentsById } from '../../store/assessments/findAssessments.ts';
import type { Dependencies } from '../dependencies.ts';
import { presentAssessments } from './presentAssessments.ts';

/** One assessment that stands alone, and whether its reader may decide that it leads to no referral. */
export async function readAssessment(
  deps: Dependencies,
  actor: Actor,
  route: string,
  id: string,
): Promise<{ readonly ok: true; readonly view: LoneAssessmentView; readonly maySettle: boolean } | RequestProblem> {
  const { prisma } = deps.store;
  const access = await assessmentAccess(prisma, id);
  if (!access || !maySeeAssessment(actor, access)) return problem('NOT_FOUND');
  const [view] = await presentAssessments(deps, actor, route, await assessmentsById(prisma, [id]));
  return view ? { ok: true, view, maySettle: maySettleAssessment(actor, access) } : problem('NOT_FOUND');
}
