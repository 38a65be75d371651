import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { alternate, each } from './alternate.ts';
import { startBareSide } from './bare/bareSide.ts';
import { callers } from './callers.ts';
import { figureOfPairs, percentile } from './figures.ts';
import { contactAttempt, office, openedCases } from './inventedCases.ts';
import { officeClient, type OfficeClient } from './officeClient.ts';
import type { BenchRow } from './row.ts';
import { dueNowRungs, setUrgentActions } from './timedActions.ts';

const patienceMs = 300_000;

/** Thousands of clocks at one and the same second, while people go on working. */
export const herd: BenchRow = {
  name: 'herd',
  what: 'Herd: 2,000 due in the same second, until every rung is recorded',
  beside: 'the same number of bare timers; for the API, itself when nothing is due',
  whyMissed: [
    'a rung takes two cores some 20 ms, 48 a second, and a bare timer 9: beside the engine’s own work it is a transaction that looks again who is to',
    'be told, and a message to each of them. Of processor time the worker spends some 7 ms a rung in its main thread (Prisma, mail, the library) and 2.5 in its',
    'workflow thread, counted without the library’s guard against a loop without end, for which Node starts a thread at every step into the sandbox: with it the',
    'thread waits several times as long. Whoever asks the API meanwhile waits for the same two cores: 463 ms, 467 in the run before; it is the quiet side that was quicker this time. Tried:',
    '2,000 workflows kept in memory instead of 400 (35 s instead of 87), the rows of a decision read by key (1.1 ms instead of 11.8), dispatchers woken after the',
    'commit, 8 decisions at once instead of 24 (no difference), steps without that guard (7.4 s for 600 rungs, 8.8 and 6.7 with it: nothing that could be told from',
    'chance). Next: several rungs in one transaction.',
  ].join(' '),
  async measure(bench) {
    const [count, bystanders] = bench.quick ? [60, 8] : [2_000, 32];
    const product = await bench.product();
    const client = officeClient(product.addresses);
    bench.afterwards(async () => client.close());
    const bare = await startBareSide(bench, product);
    const db = new pg.Client({ connectionString: product.databaseUrl });
    await db.connect();
    bench.afterwards(() => db.end());
    const others = await openedCases(client, bystanders, bench.say);
    const references = await openedCases(client, count, bench.say);
    const p99s: { ours: number; beside: number }[] = [];
    // The first turn of each only warms.
    const inTurn = (turn: number) => (turn === 0 ? Math.ceil(count / 10) : count);
    const ours = async (turn: number) => {
      const { first, dueOf } = await setUrgentActions(client, references.slice(0, inTurn(turn)), () => 0);
      const quiet = await working(client, others, () => Date.now() > first - 500);
      await pause(Math.max(first - Date.now(), 0));
      const ids = [...dueOf.keys()];
      let drainedAt = 0;
      const drained = (async () => {
        while ((await dueNowRungs(db, ids)) < ids.length) {
          if (Date.now() > first + patienceMs) throw new Error('The herd was not drained.');
          await pause(100);
        }
        drainedAt = Date.now();
      })();
      const meanwhile = await working(client, others, () => drainedAt > 0);
      await drained;
      p99s.push({ ours: meanwhile, beside: quiet });
      return (drainedAt - first) / 1000;
    };
    const beside = async (turn: number) => {
      const at = Date.now() + (bench.quick ? 5_000 : 40_000);
      const timers: string[] = [];
      await callers(16, inTurn(turn), async () => timers.push(await bare.timer(at)));
      const came: number[] = [];
      for (const workflowId of timers) came.push(await bare.cameAt(workflowId));
      return (Math.max(...came) - at) / 1000;
    };
    return alternate(bench, ours, beside, (pairs) => {
      const drained = each(pairs, (seconds) => seconds);
      return [
        figureOfPairs('drained in', 's', drained, { is: 'atMost', value: 1.5 }),
        figureOfPairs('p99 of the API meanwhile, beside quiet', 'ms', p99s.slice(1), { is: 'atMost', value: 3 }),
      ];
    });
  },
};

/** Two people at work, one writing and one reading, until something is so; the 99th percentile of what they waited. */
async function working(client: OfficeClient, references: readonly string[], isOver: () => boolean): Promise<number> {
  const took: number[] = [];
  const person = async (act: (reference: string) => Promise<unknown>) => {
    for (let place = 0; !isOver() || took.length < 4; place += 1) {
      const began = performance.now();
      await act(references[place % references.length] ?? '');
      took.push(performance.now() - began);
      await pause(20);
    }
  };
  await Promise.all([
    person((reference) => client.record(office.serviceManager, `/cases/${reference}/contact-attempts`, contactAttempt)),
    person((reference) => client.get(office.coordinator, `/cases/${reference}`)),
  ]);
  return percentile(took, 0.99);
}
