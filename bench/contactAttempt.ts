import { alternate, each } from './alternate.ts';
import { startBareSide } from './bare/bareSide.ts';
import { callers } from './callers.ts';
import { type Figure, figureOfPairs } from './figures.ts';
import { contactAttempt, office, openedCases } from './inventedCases.ts';
import { officeClient } from './officeClient.ts';
import type { BenchRow } from './row.ts';

/** Cases that stay in the memory of the worker; each caller has its own, so that none waits for another's decision. */
const warmCases = 64;

/** A short command to a case that is warm. */
export const recordContactAttempt: BenchRow = {
  name: 'contact-attempt',
  what: 'Record a contact attempt, warm; one caller and 16',
  beside: 'update with one local activity that does nothing',
  whyMissed: [
    'signing in, looking the case up, staging and the transaction that records are a dozen questions to Postgres that the other side does',
    'not ask. Tried: everything access needs in one statement, who is signed in and tokens remembered or read past Prisma, staging in one',
    'statement, the safe times with one question instead of three. The 99th percentiles lie about their limit: in two runs one caller had 1.44 and',
    '1.68, 16 callers 1.56 and 1.32.',
  ].join(' '),
  async measure(bench) {
    const product = await bench.product();
    const client = officeClient(product.addresses);
    bench.afterwards(async () => client.close());
    const bare = await startBareSide(bench, product);
    const references = await openedCases(client, warmCases, bench.say);
    const workflows = await Promise.all(Array.from({ length: warmCases }, () => bare.open()));
    const attempt = (place: number) =>
      client.record(office.serviceManager, `/cases/${references[place] ?? ''}/contact-attempts`, contactAttempt);
    const update = (place: number) => bare.update(workflows[place] ?? '');
    const own = (count: number) => (piece: number, caller: number) =>
      caller * (warmCases / count) + (piece % (warmCases / count));
    const figures: Figure[] = [];
    for (const [count, total] of bench.quick
      ? [[1, 40] as const, [16, 160] as const]
      : [[1, 150] as const, [16, 400] as const]) {
      bench.say(`  ${String(count)} at a time`);
      const place = own(count);
      const who = count === 1 ? 'one caller' : `${String(count)} callers`;
      const got = await alternate(
        bench,
        () => callers(count, total, (piece, caller) => attempt(place(piece, caller))),
        () => callers(count, total, (piece, caller) => update(place(piece, caller))),
        (pairs) =>
          (['p50', 'p99'] as const).map((which) =>
            figureOfPairs(
              `${which}, ${who}`,
              'ms',
              each(pairs, (side) => side[which]),
              { is: 'atMost', value: 1.5 },
            ),
          ),
      );
      figures.push(...got);
    }
    return figures;
  },
};
