import type { LoneAssessmentView } from '../../contracts/views/loneAssessmentView.ts';
import { mayReadWhyNot, runsMaracOf } from '../../domain/access/assessmentAccess.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { recordAccesses } from '../../store/access/recordAccess.ts';
import type { FoundAssessment } from '../../store/assessments/findAssessments.ts';
import { openPeople } from '../../store/people/openPeople.ts';
import { presentPerson } from '../cases/presentPerson.ts';
import { readWords } from '../cases/words.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';

/** Assessments for somebody who may see them, with their people and words opened; each look is noted. */
export async function presentAssessments(
  deps: Dependencies,
  actor: Actor,
  route: string,
  shown: readonly FoundAssessment[],
): Promise<readonly LoneAssessmentView[]> {
  const { prisma } = deps.store;
  const [codes, people, words] = await Promise.all([
    readCodes(deps),
    openPeople(
      prisma,
      deps.sealing,
      shown.flatMap(({ victimId, perpetratorId }) => [victimId, perpetratorId]),
    ),
    readWords(
      deps,
      shown.flatMap(({ contentId, reasonId, refusalReasonId }) => [contentId, reasonId, refusalReasonId]),
    ),
  ]);
  const now = deps.clock.now();
  const read = { actorId: actor.practitionerId, event: 'readAssessments', route, outcome: 'shown', at: now };
  await recordAccesses(
    prisma,
    shown.map(({ id: caseId }) => ({ ...read, caseId })),
  );
  return shown.map(({ id, clock, status, ...each }) => ({
    assessmentId: id,
    area: codes.area(each.areaId),
    agency: codes.agency(each.agencyId),
    tool: each.tool,
    count: each.count,
    policeGrade: each.policeGrade,
    grade: each.grade,
    takenAt: each.takenAt,
    history: each.history,
    status: status as LoneAssessmentView['status'],
    escalation: each.escalationDays.length > 0,
    // Other agencies may have told of them: whoever assessed learns that there are some, not when.
    escalationOn: runsMaracOf(actor, each.areaId) ? each.escalationDays : [],
    victim: presentPerson(people.get(each.victimId)),
    perpetrator: presentPerson(people.get(each.perpetratorId)),
    details: words(each.contentId),
    due: clock?.due ?? null,
    overdue: clock !== null && clock.overdueAt <= now,
    clockId: clock?.id ?? null,
    settledAt: each.settledAt,
    settledById: each.settledById,
    // Why it was not referred is not for the service that is asked afterwards.
    reason: words(mayReadWhyNot(actor, each) ? each.reasonId : null),
    service: codes.agency(each.toAgencyId),
    handedOverAt: each.handedOverAt,
    answeredAt: each.answeredAt,
    // What a service knows of the two may be in it: whoever assessed learns that it refused.
    refusal: words(runsMaracOf(actor, each.areaId) ? each.refusalReasonId : null),
  }));
}
