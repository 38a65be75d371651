import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { CaseFact, EngineFact } from '../../domain/lifecycle/caseFact.ts';
import type { Store } from '../prismaClient.ts';
import type { SeenCase } from './decisionInput.ts';
import { fireInMatter } from './fireInMatter.ts';
import { inOneRecording } from './inOneRecording.ts';
import { openCase } from './openCase.ts';
import { type RecordingTools } from './recordInMatter.ts';

export interface FiringInput extends SeenCase {
  readonly now: IsoInstant;
}

export type FiringOutcome =
  { readonly status: 'fired'; readonly facts: readonly EngineFact[] } | { readonly status: 'superseded' };

/** Fires the rungs of a case whose time has come, in one transaction under the case's lock. */
export async function fireDueRungs(store: Store, input: FiringInput, tools: RecordingTools): Promise<FiringOutcome> {
  return inOneRecording(store, async (tx): Promise<FiringOutcome> => {
    const open = await openCase(tx, input.caseId, null, londonDate(input.now));
    return fireInMatter<typeof open.standing & object, CaseFact>(tx, open, input, tools);
  });
}
