import type { Fact } from '../../domain/lifecycle/caseFact.ts';
import type { Difference } from './caseSnapshot.ts';
import type { RecordedEvent } from './readRecord.ts';

/** Settles the facts of a case one after the other, in their order, and says what had to be mended. */
export async function settleEach(
  events: readonly RecordedEvent[],
  settle: (fact: Fact) => Promise<Difference | null>,
): Promise<readonly Difference[]> {
  const mended: Difference[] = [];
  for (const { recorded } of events) {
    const difference = await settle(recorded.fact);
    if (difference) mended.push(difference);
  }
  return mended;
}
