import { problem, type RequestProblem } from '../contracts/problemCode.ts';
import { newId } from '../platform/ids.ts';
import { recordAccess } from '../store/access/recordAccess.ts';
import { keepRequest, type DoneRequest } from '../store/commands/keepRequest.ts';
import type { Tx } from '../store/prismaClient.ts';
import type { Dependencies } from './dependencies.ts';
import type { CommandRequest } from './requestIdentity.ts';

/** What is done once, about what, and what is kept of it: ids, codes and dates. */
export interface Deed {
  readonly type: DoneRequest['type'];
  readonly subjectId: string;
  /** The case it is about, for the access log; left out where it is about none. */
  readonly caseId?: string;
  readonly payload?: Readonly<Record<string, unknown>>;
}

/**
 * Does something once for a key, in the transaction that keeps the request and notes it: gives the id of what it is
 * about, that of the first time where it is a repeat. A problem that `write` gives undoes all of it.
 */
export async function once(
  { store, clock }: Pick<Dependencies, 'store' | 'clock'>,
  { actor, route, key, bodyHash }: CommandRequest,
  { type, subjectId, caseId, payload }: Deed,
  write: (tx: Tx) => Promise<void | RequestProblem>,
): Promise<string | RequestProblem> {
  const at = clock.now();
  const { practitionerId: actorId } = actor;
  try {
    return await store.prisma.$transaction(async (tx) => {
      const request = { id: newId(), actorId, route, key, bodyHash, type, subjectId, at };
      const kept = await keepRequest(tx, { ...request, ...(payload ? { payload } : {}) });
      if (kept.was === 'another') return problem('KEY_REUSED');
      if (kept.was === 'repeated') return kept.subjectId;
      const refused = await write(tx);
      if (refused) throw new Refused(refused);
      await recordAccess(tx, { actorId, event: type, route, caseId: caseId ?? null, outcome: 'done', at });
      return subjectId;
    });
  } catch (error) {
    if (error instanceof Refused) return error.problem;
    throw error;
  }
}

/** Leaves the transaction with nothing done. */
class Refused extends Error {
  readonly problem: RequestProblem;
  constructor(refusal: RequestProblem) {
    super(refusal.code);
    this.problem = refusal;
  }
}
