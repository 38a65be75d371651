import fs from 'node:fs';
import { Worker } from '@temporalio/worker';
import { readConfig } from '../platform/config.ts';
import { createDataConverter } from '../platform/payloadCodec.ts';
import { bundleWorkflows } from '../scripts/bundling/bundleWorkflows.ts';
import { quietEngine } from '../tests/replay/quietEngine.ts';
import { callers } from './callers.ts';
import { figureOfPairs, median } from './figures.ts';
import { historiesOf } from './history.ts';
import { contactAttempt, office, openedCases } from './inventedCases.ts';
import { lifeAt } from './livedCase.ts';
import { officeClient } from './officeClient.ts';
import type { BenchRow } from './row.ts';

/** A worker that keeps few: touching some more than it keeps makes a case cold. */
const workflowsInMemory = 400;
const pushingOut = workflowsInMemory + 30;
const cases = 20;

/** A case that nobody has looked at for long answers once its history has been gone through again. */
export const coldCase: BenchRow = {
  name: 'cold-case',
  what: 'A cold case answers a contact attempt',
  beside: '1.5 × the same when warm + the replay of its history',
  whyMissed: [
    'one that replays shares its core with the rest of the command, which a replay by itself does not. Tried: four lines of traces,',
    'one copy of the rules for all workflows; a worker keeps 2,000 workflows since (400 in this row), so that fewer are cold.',
  ].join(' '),
  async measure(bench) {
    const product = await bench.product({ workflowsInMemory });
    const client = officeClient(product.addresses);
    bench.afterwards(async () => client.close());
    const histories = await historiesOf(bench, product);
    const attempt = (reference: string) =>
      client.record(office.serviceManager, `/cases/${reference}/contact-attempts`, contactAttempt);
    const count = bench.quick ? 4 : cases;
    const references = await openedCases(client, count, bench.say);
    for (const [place, reference] of references.entries())
      for (let n = 0; n < 12 + lifeAt(place).attempts; n += 1) await attempt(reference);
    const others = await openedCases(client, pushingOut, bench.say);
    const took = async (reference: string): Promise<number> => {
      const began = performance.now();
      await attempt(reference);
      return performance.now() - began;
    };
    const replayed = await replayTimes(bench.root, product.env, await Promise.all(references.map(histories.of)));
    const pairs: { ours: number; beside: number }[] = [];
    for (let turn = 0; turn < bench.pairs; turn += 1) {
      const [cold, warm]: [number[], number[]] = [[], []];
      for (const reference of references) cold.push(await took(reference));
      for (const reference of references) warm.push(await took(reference));
      pairs.push({ ours: median(cold), beside: 1.5 * median(warm) + median(replayed) });
      await callers(8, others.length, (place) => attempt(others[place] ?? ''));
      bench.say(`  turn ${String(turn + 1)} of ${String(bench.pairs)}`);
      bench.keep([figureOfPairs('p50 of the answer', 'ms', pairs, { is: 'atMost', value: 1 })]);
    }
    return [figureOfPairs('p50 of the answer', 'ms', pairs, { is: 'atMost', value: 1 })];
  },
};

/** How long each history takes to be gone through by the production bundle, in milliseconds. */
async function replayTimes(
  root: string,
  env: Readonly<Record<string, string>>,
  histories: readonly Awaited<ReturnType<Awaited<ReturnType<typeof historiesOf>>['of']>>[],
): Promise<readonly number[]> {
  const codePath = await bundleWorkflows(root);
  const dataConverter = createDataConverter(readConfig({ ...env }, 'worker').payloadKeys);
  const workflowBundle = { code: fs.readFileSync(codePath, 'utf8') };
  quietEngine();
  const times: number[] = [];
  const named = histories.map((history, place) => ({ workflowId: `case-${String(place)}`, history }));
  let began = performance.now();
  for await (const { error } of Worker.runReplayHistories({ workflowBundle, dataConverter }, named)) {
    if (error) throw error;
    times.push(performance.now() - began);
    began = performance.now();
  }
  // The first has waited for the worker itself.
  return times.slice(1);
}
