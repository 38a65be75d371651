import { describe, expect, it } from 'vitest';
import { recordedHistories, type RecordedHistory } from '../../histories/recordedHistory.ts';
import { replayEach } from '../replayEach.ts';
import { asOfCopy, bundleOfCopies } from './plantedBundle.ts';
import { plants } from './plants.ts';

/** How many of the plants have to be caught. */
const enough = 19;

// Cheap ones first: most plants are caught by the first histories that are tried.
const histories = recordedHistories().toSorted((a, b) => lengthOf(a) - lengthOf(b));

describe('reorderings planted in copies of the workflow code', { timeout: 240_000 }, () => {
  it(`are caught by the recorded histories, at least ${enough} of ${plants.length}`, async () => {
    const copies = [null, ...plants];
    const bundle = await bundleOfCopies(copies);
    const caughtBy = new Map<number, string>();
    const tried = function* () {
      for (const copy of copies.keys())
        for (const history of histories) {
          if (caughtBy.has(copy)) break;
          yield { copy, ...asOfCopy(history, copy) };
        }
    };
    for await (const { copy, name, error } of replayEach(bundle, tried())) if (error) caughtBy.set(copy, name);
    // The copy without a plant shows that it is the plants that are caught, not the copying.
    expect(caughtBy.get(0)).toBeUndefined();
    const missed = plants.filter((_, index) => !caughtBy.has(index + 1)).map(({ name }) => name);
    console.log(plants.map((p, i) => [p.name, caughtBy.get(i + 1)]));
    expect(missed.length, `not caught: ${missed.join('; ')}`).toBeLessThanOrEqual(plants.length - enough);
    expect(plants).toHaveLength(20);
  });
});

function lengthOf({ history }: RecordedHistory): number {
  return history.events?.length ?? 0;
}
