import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { ErasurePreviewView } from '../../contracts/views/retentionView.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import { erasureHindrance, keptAtTheLongest } from '../../domain/completion/retention.ts';
import { policyInForce } from '../../domain/policy/policyInForce.ts';
import { noteAccess } from '../../store/access/recordAccess.ts';
import { policyEntriesOf } from '../../store/areas/areaPolicies.ts';
import { retentionOfCase } from '../../store/retention/retentionOfCase.ts';
import type { Reading } from '../cases/getCase.ts';
import type { Dependencies } from '../dependencies.ts';
import { seeCase } from '../seeCase.ts';

/** What would be erased with an ended case as things stand, for whoever decides; nothing of it where no review is under way. */
export async function previewErasure(
  deps: Dependencies,
  { actor, route, reference }: Reading,
): Promise<{ readonly ok: true; readonly view: ErasurePreviewView } | RequestProblem> {
  const { store, clock } = deps;
  const event = 'previewErasure';
  const seen = await seeCase(deps, reference, { actor, permission: 'decideRetention', event, route });
  if (!seen.ok) return seen;
  const { id: caseId, areaId } = seen.known;
  const [found] = await Promise.all([
    retentionOfCase(store.reads, caseId),
    noteAccess(store.reads, {
      ...{ actorId: actor.practitionerId, event, route, caseId, outcome: seen.level, at: clock.now() },
    }),
  ]);
  if (!found) return problem('NO_RETENTION_REVIEW');
  const today = londonDate(clock.now());
  const area = { id: areaId, code: found.areaCode };
  const policy = policyInForce(await policyEntriesOf(store.prisma, area), area.code, today);
  const { personIds, assessmentIds, reportIds } = found.erasable;
  const view: ErasurePreviewView = {
    endedAt: found.endedAt,
    reviewDueOn: found.dueOn,
    keptAtTheLongest: keptAtTheLongest(today, policy),
    hindrance: erasureHindrance(found, today),
    goes: {
      ...{ words: found.words, people: personIds.length },
      ...{ assessments: assessmentIds.length, reports: reportIds.length },
    },
    stays: { people: found.people - personIds.length, entries: found.entries },
  };
  return { ok: true, view };
}
