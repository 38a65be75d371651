import type { CaseFact } from '../../domain/lifecycle/caseFact.ts';
import { runningCasesOf } from '../cases/runningCasesOf.ts';
import type { Tx } from '../prismaClient.ts';
import type { FollowUp } from './followUps.ts';

/** A referral says otherwise how its victim can be reached: whoever supports them in another case is to know. */
export async function followUpsOfSafeContact(
  tx: Tx,
  caseId: string,
  facts: readonly CaseFact[],
): Promise<readonly FollowUp[]> {
  const proposed = facts.find((fact) => fact.type === 'safeContactProposed');
  // Told by another case, it is told no further.
  if (proposed?.type !== 'safeContactProposed' || proposed.data.fromCaseId !== caseId) return [];
  const { data, occurred } = proposed;
  const others = await runningCasesOf(tx, data.victimId, caseId);
  return others.map((matterId) => ({
    about: 'case',
    matterId,
    type: 'noteSafeContactProposal',
    payload: data,
    occurred,
  }));
}
