import { type ReplayResult, Worker } from '@temporalio/worker';
import { createDataConverter } from '../../platform/payloadCodec.ts';
import type { RecordedHistory } from '../histories/recordedHistory.ts';
import { testKeyRing } from '../histories/testKeyRing.ts';

type Bundle = { readonly code: string } | { readonly codePath: string };
/** A history with what replaying it came to: no error where the code still does what it did then. */
type Replayed<H> = H & { readonly error: ReplayResult['error'] };

/**
 * Replays histories one after the other through a bundle of workflow code, with the product's own codec and failure
 * converter. Each is asked for only when the result of the one before is known.
 */
export async function* replayEach<H extends RecordedHistory>(
  workflowBundle: Bundle,
  histories: Iterable<H>,
): AsyncGenerator<Replayed<H>> {
  const options = { workflowBundle, dataConverter: createDataConverter(testKeyRing) };
  let current: H | undefined;
  const pushed = function* () {
    for (current of histories) yield { workflowId: current.workflowId, history: current.history };
  };
  for await (const { error } of Worker.runReplayHistories(options, pushed())) {
    if (current) yield { ...current, error };
  }
}
