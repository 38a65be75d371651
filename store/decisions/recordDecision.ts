import { londonDate } from '../../domain/calendar/london.ts';
import type { Store } from '../prismaClient.ts';
import type { DecisionInput, DecisionOutcome } from './decisionInput.ts';
import { inOneRecording } from './inOneRecording.ts';
import { openCase } from './openCase.ts';
import { recordInMatter, type RecordingTools } from './recordInMatter.ts';

/** Records one decision about a case in one transaction under the case's lock; safe to try any number of times. */
export async function recordDecision(
  store: Store,
  { caseId, ...input }: DecisionInput,
  tools: RecordingTools,
): Promise<DecisionOutcome> {
  return inOneRecording(store, async (tx) => {
    const open = await openCase(tx, caseId, input.commandId, londonDate(input.recordedAt));
    return recordInMatter(tx, open, { matterId: caseId, ...input }, tools);
  });
}
