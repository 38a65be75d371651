import { beforeAll, describe, expect, it } from 'vitest';
import { recordedHistories, type RecordedHistory } from '../../histories/recordedHistory.ts';
import { quietEngine } from '../quietEngine.ts';
import { replayEach } from '../replayEach.ts';
import { asOfCopy, bundleOfCopies } from './plantedBundle.ts';
import { invisiblePlants, type Plant, plants } from './plants.ts';

quietEngine();

/** How many of the plants have to be caught. */
const enough = 19;
const copies: readonly (Plant | null)[] = [null, ...plants, ...invisiblePlants];
// Short ones first: most plants are caught by the first histories that are tried.
const histories = recordedHistories().toSorted((a, b) => lengthOf(a) - lengthOf(b));
/** The history that caught a copy, by what was planted in it. */
const caughtBy = new Map<Plant | null, string>();

beforeAll(async () => {
  const bundle = await bundleOfCopies(copies);
  const tried = function* () {
    for (const [copy, plant] of copies.entries())
      for (const history of histories) {
        if (caughtBy.has(plant)) break;
        yield { plant, ...asOfCopy(history, copy) };
      }
  };
  for await (const { plant, name, error } of replayEach(bundle, tried())) if (error) caughtBy.set(plant, name);
}, 300_000);

describe('mistakes planted in copies of the workflow code', () => {
  it('are not needed for a copy to be caught: one without any passes', () => {
    expect(caughtBy.get(null)).toBeUndefined();
  });

  it(`are caught by the recorded histories, at least ${enough} of twenty`, () => {
    expect(new Set(plants.map(({ name }) => name)).size).toBe(20);
    const missed = plants.filter((plant) => !caughtBy.has(plant)).map(({ name }) => name);
    expect(missed.length, `not caught: ${missed.join('; ')}`).toBeLessThanOrEqual(plants.length - enough);
  });

  it('go unseen where the engine itself puts up with them', () => {
    expect(invisiblePlants.filter((plant) => caughtBy.has(plant)).map(({ name }) => name)).toEqual([]);
  });
});

function lengthOf({ history }: RecordedHistory): number {
  return history.events?.length ?? 0;
}
