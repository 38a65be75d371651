import { meaningOf, problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { CaseloadHandoverView } from '../../contracts/views/idvaView.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { visibleCaseIds } from '../../store/access/visibleCases.ts';
import { caseloadHandover, type HandoverProgress } from '../../store/idva/caseloadHandovers.ts';
import type { Dependencies } from '../dependencies.ts';

/** How far a caseload of a service has been handed over, with the result of each case the reader may see. */
export async function handoverView(
  { store, clock }: Dependencies,
  actor: Actor,
  route: string,
  serviceId: string,
  id: string,
): Promise<{ readonly ok: true; readonly view: CaseloadHandoverView } | RequestProblem> {
  const progress = await caseloadHandover(store.prisma, id);
  if (progress?.serviceId !== serviceId) return problem('NOT_FOUND');
  const ids = progress.cases.map(({ caseId }) => caseId);
  const visible = await visibleCaseIds(store.prisma, actor, ids);
  const { practitionerId: actorId } = actor;
  const noted = { actorId, event: 'readCaseloadHandover', route, caseId: null, outcome: 'shown', at: clock.now() };
  await recordAccess(store.prisma, noted);
  const cases = progress.cases.filter(({ caseId }) => visible.has(caseId)).map(presentCase);
  const count = (...statuses: string[]) => cases.filter(({ status }) => statuses.includes(status)).length;
  return {
    ok: true,
    view: {
      handoverId: progress.id,
      from: progress.fromId,
      to: progress.toId,
      madeAt: progress.madeAt,
      total: cases.length,
      done: count('done'),
      refused: count('refused'),
      waiting: count('waiting', 'parked'),
      cases,
    },
  };
}

function presentCase(given: HandoverProgress['cases'][number]): CaseloadHandoverView['cases'][number] {
  const { reference, kind, commandId, status, answer } = given;
  const common = { reference, kind, commandId, code: null, problem: null };
  if (status !== 'resolved' || answer === null)
    return { ...common, status: status === 'parked' ? 'parked' : 'waiting' };
  if (answer.ok) return { ...common, status: 'done' };
  return { ...common, status: 'refused', code: answer.code, problem: meaningOf(answer.code) };
}
