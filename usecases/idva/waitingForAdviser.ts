import { isProblem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { ExceptionView } from '../../contracts/views/officeViews.ts';
import type { Actor } from '../../domain/access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { listExceptions } from '../exceptions/listExceptions.ts';

/** The cases nobody is allocated to yet, the oldest first, among those somebody may see. */
export async function waitingForAdviser(
  deps: Dependencies,
  actor: Actor,
  route: string,
): Promise<{ readonly ok: true; readonly items: readonly ExceptionView[] } | RequestProblem> {
  const stuck = await listExceptions(deps, actor, route, undefined);
  if (isProblem(stuck)) return stuck;
  return { ok: true, items: stuck.items.filter(({ kind }) => kind === 'unallocated') };
}
