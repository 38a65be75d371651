import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { CaseFact } from '../../domain/lifecycle/caseFact.ts';
import { eraseSubject } from '../content/subjectKeys.ts';
import type { Tx } from '../prismaClient.ts';

/** Erases the words and people that a decision about a case says are gone; repeatable, and nothing where it says so of none. */
export async function eraseWords(tx: Tx, caseId: string, facts: readonly CaseFact[], at: IsoInstant): Promise<void> {
  for (const fact of facts) {
    if (fact.type !== 'recordErased') continue;
    const { personIds, assessmentIds, reportIds } = fact.data;
    for (const subjectId of [caseId, ...personIds, ...assessmentIds, ...reportIds])
      await eraseSubject(tx, subjectId, at);
  }
}
