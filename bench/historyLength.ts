import { callers } from './callers.ts';
import { figureAlone, percentile } from './figures.ts';
import { historiesOf } from './history.ts';
import { lifeAt, livedCase } from './livedCase.ts';
import { officeClient } from './officeClient.ts';
import type { BenchRow } from './row.ts';

/** How long the history of a case has become by the time it is closed. */
export const historyLength: BenchRow = {
  name: 'history-length',
  what: 'History of a case lived to closure, 60 cases of about 30 commands with clocks running',
  beside: 'nothing',
  async measure(bench) {
    const product = await bench.product();
    const client = officeClient(product.addresses);
    bench.afterwards(async () => client.close());
    const histories = await historiesOf(bench, product);
    const lengths: number[] = [];
    await callers(8, bench.quick ? 2 : 60, async (place) => {
      const reference = await livedCase(client, lifeAt(place));
      lengths.push((await histories.of(reference)).events?.length ?? 0);
    });
    const p95 = percentile(lengths, 0.95);
    return [figureAlone('events at the 95th percentile', 'events', [p95], { is: 'atMost', value: 400 })];
  },
};
