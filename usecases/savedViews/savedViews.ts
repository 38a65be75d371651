import { isProblem, problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { newId } from '../../platform/ids.ts';
import { keepView, listViews, removeView, type Board, type SavedView } from '../../store/savedViews/savedViews.ts';
import type { Dependencies } from '../dependencies.ts';
import { once } from '../once.ts';
import type { CommandRequest } from '../requestIdentity.ts';

/** A filter of a board under the name its keeper gave it. */
export type OwnView = SavedView;

/** Keeps a filter of a board under a name, for whoever keeps it alone; the same name is kept anew. It opens nothing: a board shows what its reader may see. */
export async function keepOwnView(
  { store, clock }: Dependencies,
  { practitionerId }: Actor,
  view: Pick<SavedView, 'name' | 'asked'> & { readonly board: Board },
): Promise<void> {
  await keepView(store.prisma, { ...view, id: newId(), practitionerId }, clock.now());
}

/** The views somebody keeps of a board, by name. */
export async function listOwnViews(
  { store }: Dependencies,
  { practitionerId }: Actor,
  board: Board,
): Promise<readonly OwnView[]> {
  return listViews(store.reads, { practitionerId, board });
}

/** Gives up a view; one of somebody else is not there. Sent again, it is done already. */
export async function removeOwnView(
  deps: Dependencies,
  request: CommandRequest,
  id: string,
): Promise<{ readonly ok: true } | RequestProblem> {
  const { practitionerId } = request.actor;
  const removed = await once(deps, request, { type: 'removeView', subjectId: id }, async (tx) => {
    if (!(await removeView(tx, { id, practitionerId }))) return problem('NOT_FOUND');
  });
  return isProblem(removed) ? removed : { ok: true };
}
