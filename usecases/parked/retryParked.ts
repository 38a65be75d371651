import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import { newId } from '../../platform/ids.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { commandById } from '../../store/commands/findCommand.ts';
import { keepRequest } from '../../store/commands/keepRequest.ts';
import { type ParkedCommand, parkedCommands, stageAgain } from '../../store/commands/parkedCommands.ts';
import type { Dependencies } from '../dependencies.ts';
import type { CommandRequest } from '../requestIdentity.ts';
import { deliver } from '../sendCommand.ts';
import { parkedFor } from './parkedFor.ts';

/** Where a command stands after it was sent again: whoever sends it again learns no more of it than that. */
export type RetryState = 'recorded' | 'refused' | 'pending' | 'parked';

export type Retried = { readonly ok: true; readonly state: RetryState } | RequestProblem;

/**
 * Sends a command again that ran into a bug, once the bug is mended: the same command, a new update to the engine. It
 * is decided by the case as it stands now, and may be parked again.
 */
export async function retryParked(deps: Dependencies, request: CommandRequest, id: string): Promise<Retried> {
  const { prisma } = deps.store;
  const looking = parkedFor(request.actor);
  if (!looking) return problem('NOT_FOUND');
  const [parked] = await parkedCommands(prisma, looking, id, 1);
  // A repeat of this request finds the command no longer parked, and is told where it stands.
  const staged = await stageOnce(deps, request, id, parked);
  if (staged !== 'staged') return staged === 'repeated' ? stateOf(deps, id) : problem(staged);
  const command = await commandById(prisma, id);
  if (command?.status === 'staged') await deliver(deps, command);
  return stateOf(deps, id);
}

async function stageOnce(
  { store, clock }: Dependencies,
  { actor, route, key, bodyHash }: CommandRequest,
  subjectId: string,
  parked: ParkedCommand | undefined,
): Promise<'staged' | 'repeated' | 'KEY_REUSED' | 'NOT_FOUND'> {
  const at = clock.now();
  const { practitionerId: actorId } = actor;
  const type = 'retryCommand';
  return store.prisma
    .$transaction(async (tx) => {
      const kept = await keepRequest(tx, { id: newId(), actorId, route, key, bodyHash, type, subjectId, at });
      if (kept.was === 'another') return 'KEY_REUSED';
      if (kept.was === 'repeated') return 'repeated';
      if (!parked) throw new NotParked();
      const again = await stageAgain(tx, parked);
      const outcome = again ? 'staged' : 'notParked';
      await recordAccess(tx, { actorId, event: type, route, caseId: parked.caseId, outcome, at });
      // Somebody else was first: it is on its way already.
      return again ? 'staged' : 'repeated';
    })
    .catch((error: unknown) => {
      if (error instanceof NotParked) return 'NOT_FOUND';
      throw error;
    });
}

/** Leaves the transaction: a request for what is not there is not kept. */
class NotParked extends Error {}

async function stateOf({ store }: Dependencies, id: string): Promise<Retried> {
  const command = await commandById(store.prisma, id);
  if (!command) return problem('NOT_FOUND');
  const { status, answer } = command;
  if (status === 'parked') return { ok: true, state: 'parked' };
  if (!answer) return { ok: true, state: 'pending' };
  return { ok: true, state: answer.ok ? 'recorded' : 'refused' };
}
