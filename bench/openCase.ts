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
