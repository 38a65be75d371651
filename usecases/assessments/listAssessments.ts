import type { LoneAssessmentView } from '../../contracts/views/loneAssessmentView.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { recordAccesses } from '../../store/access/recordAccess.ts';
import { type AssessmentPage, findAssessments } from '../../store/assessments/findAssessments.ts';
import { openPeople } from '../../store/people/openPeople.ts';
import { presentPerson } from '../cases/presentPerson.ts';
import { readWords } from '../cases/words.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';

/** Assessments that stand alone and that the actor may see, the oldest first. */
export async function listAssessments(
  deps: Dependencies,
  actor: Actor,
  route: string,
  page: AssessmentPage,
): Promise<{ readonly items: readonly LoneAssessmentView[]; readonly next: AssessmentPage['after'] }> {
  const { prisma } = deps.store;
  const found = await findAssessments(prisma, actor, { ...page, limit: page.limit + 1 });
  const shown = found.slice(0, page.limit);
  const [codes, people, words] = await Promise.all([
    readCodes(deps),
    openPeople(
      prisma,
      deps.sealing,
      shown.flatMap(({ victimId, perpetratorId }) => [victimId, perpetratorId]),
    ),
    readWords(
      deps,
      shown.flatMap(({ contentId, reasonId }) => [contentId, reasonId]),
    ),
  ]);
  const now = deps.clock.now();
  const read = { actorId: actor.practitionerId, event: 'readAssessments', route, outcome: 'shown', at: now };
  await recordAccesses(
    prisma,
    shown.map(({ id: caseId }) => ({ ...read, caseId })),
  );
  const last = shown.at(-1);
  return {
    items: shown.map(({ id, clock, status, ...each }) => ({
      assessmentId: id,
      area: codes.area(each.areaId),
      agency: codes.agency(each.agencyId),
      tool: each.tool,
      count: each.count,
      policeGrade: each.policeGrade,
      grade: each.grade,
      takenAt: each.takenAt,
      status: status as LoneAssessmentView['status'],
      victim: presentPerson(people.get(each.victimId)),
      perpetrator: presentPerson(people.get(each.perpetratorId)),
      details: words(each.contentId),
      due: clock?.due ?? null,
      overdue: clock !== null && clock.overdueAt <= now,
      clockId: clock?.id ?? null,
      settledAt: each.settledAt,
      settledById: each.settledById,
      reason: words(each.reasonId),
    })),
    next: found.length > page.limit && last ? { at: last.takenAt, id: last.id } : null,
  };
}
