import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { Actor } from '../../domain/access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { seeCase } from '../seeCase.ts';

/** Said of every reference that leads nowhere for the one who asks, whether there is such a case or not. */
const nothingThere = 'There is no case with this reference that you may see.';

/** Whether somebody may open the case with a reference; an attempt at one that is hidden from them is noted as any other. */
export async function findCase(
  deps: Dependencies,
  actor: Actor,
  route: string,
  reference: string,
): Promise<{ readonly ok: true } | RequestProblem> {
  const seen = await seeCase(deps, reference, { actor, permission: 'readCase', event: 'findCase', route });
  return seen.ok ? { ok: true } : problem('NOT_AS_DESCRIBED', [{ at: 'reference', problem: nothingThere }]);
}
