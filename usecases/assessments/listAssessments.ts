import type { LoneAssessmentView } from '../../contracts/views/loneAssessmentView.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { type AssessmentPage, findAssessments } from '../../store/assessments/findAssessments.ts';
import type { Dependencies } from '../dependencies.ts';
import { presentAssessments } from './presentAssessments.ts';

/** Assessments that stand alone and that the actor may see, the oldest first. */
export async function listAssessments(
  deps: Dependencies,
  actor: Actor,
  route: string,
  page: AssessmentPage,
): Promise<{ readonly items: readonly LoneAssessmentView[]; readonly next: AssessmentPage['after'] }> {
  const found = await findAssessments(deps.store.prisma, actor, { ...page, limit: page.limit + 1 });
  const shown = found.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    items: await presentAssessments(deps, actor, route, shown),
    next: found.length > page.limit && last ? { at: last.takenAt, id: last.id } : null,
  };
}
