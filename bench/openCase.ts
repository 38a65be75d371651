import { alternate, each } from './alternate.ts';
import { startBareSide } from './bare/bareSide.ts';
import { callers } from './callers.ts';
import { figureOfPairs } from './figures.ts';
import { openedCase } from './inventedCases.ts';
import { officeClient } from './officeClient.ts';
import type { BenchRow } from './row.ts';

/** A referral over HTTP until its case is recorded: signed in, parsed, sealed, staged, decided, answered. */
export const openCase: BenchRow = {
  name: 'open-case',
  what: 'Open a case: authenticated POST until recorded, 16 callers',
  beside: 'update-with-start of an empty workflow with one local activity that does nothing',
  whyMissed: [
    'a referral is two people, a pair, a case, a dozen rows and what was written, sealed, in a database that shares two cores with the',
    'engine’s; the other side writes to the engine alone. While cases are opened the worker spends 37 % of a core in its main thread, of',
    'which Prisma and sockets take a third, and 42 % in its workflow thread, half of that in stepping into the sandbox (0.7 ms a step on',
    'a busy machine, 0.02 without the guard the library sets up for each; the other side pays for it too). Tried: 16 questions to the',
    'database instead of 31, one copy of the rules for all workflows, staging in one statement. Next: rows of a referral in one statement.',
  ].join(' '),
  async measure(bench) {
    const product = await bench.product();
    const client = officeClient(product.addresses);
    bench.afterwards(async () => client.close());
    const bare = await startBareSide(bench, product);
    const total = bench.quick ? 48 : 200;
    return alternate(
      bench,
      () => callers(16, total, () => openedCase(client)),
      () => callers(16, total, () => bare.open()),
      (pairs) => {
        const p50 = each(pairs, (side) => side.p50);
        const perSecond = each(pairs, (side) => side.perSecond);
        return [
          figureOfPairs('p50', 'ms', p50, { is: 'atMost', value: 1.5 }),
          figureOfPairs('throughput', 'a second', perSecond, { is: 'atLeast', value: 0.6 }),
        ];
      },
    );
  },
};
