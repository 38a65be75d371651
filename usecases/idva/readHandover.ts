import type { RequestProblem } from '../../contracts/problemCode.ts';
import type { CaseloadHandoverView } from '../../contracts/views/idvaView.ts';
import type { Actor } from '../../domain/access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { handoverView } from './handoverView.ts';
import { ownService } from './ownService.ts';

/** How far a caseload has been handed over, for the manager of the service. */
export async function readHandover(
  deps: Dependencies,
  actor: Actor,
  route: string,
  { service, id }: { readonly service: string; readonly id: string },
): Promise<{ readonly ok: true; readonly view: CaseloadHandoverView } | RequestProblem> {
  const own = await ownService(deps, actor, service);
  return own.ok ? handoverView(deps, actor, route, own.serviceId, id) : own;
}
