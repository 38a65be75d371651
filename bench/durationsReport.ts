import pg from 'pg';
import type { DurationsView } from '../contracts/views/reportView.ts';
import { alternate, each } from './alternate.ts';
import { type DurationFigures, durationsByHand, figuresByHand, type RowByHand } from './durationsByHand.ts';
import { figureAlone, figureOfPairs } from './figures.ts';
import { addManyCases } from './manyCases.ts';
import { officeClient, type OfficeAnswer } from './officeClient.ts';
import type { BenchRow } from './row.ts';

const reader = 'grace.oyelaran';

/** The report of durations by area, beside the same numbers asked for by hand. */
export const durationsReport: BenchRow = {
  name: 'durations-report',
  what: 'Durations report over 100,000 cases, by area, over HTTP',
  beside: 'the same numbers by one hand-written SQL through pg',
  async measure(bench) {
    const product = await bench.product({
      meanwhile: ({ databaseOwnerUrl }) => addManyCases(databaseOwnerUrl, bench.quick ? 5_000 : 100_000, bench.say),
    });
    const client = officeClient(product.addresses);
    bench.afterwards(async () => client.close());
    const direct = new pg.Client({ connectionString: product.databaseUrl, options: '-c timezone=UTC' });
    await direct.connect();
    bench.afterwards(() => direct.end());
    const path = `/reports/durations?from=${monthsAgo(40)}&to=${monthsAgo(0)}&groupBy=area`;
    const ours = async () => {
      const began = performance.now();
      const answer = await client.get(reader, path);
      return { ms: performance.now() - began, figures: ofReport(answer) };
    };
    const beside = async () => {
      const began = performance.now();
      const { rows } = await direct.query<RowByHand>(durationsByHand);
      return { ms: performance.now() - began, figures: figuresByHand(rows) };
    };
    return alternate(bench, ours, beside, (pairs) => {
      const differing = pairs.map((pair) => differences(pair.ours.figures, pair.beside.figures));
      const time = each(pairs, ({ ms }) => ms);
      return [
        figureOfPairs('time', 'ms', time, { is: 'atMost', value: 1.2 }),
        figureAlone('figures that differ', 'of them', [Math.max(...differing)], { is: 'atMost', value: 0 }),
      ];
    });
  },
};

function ofReport({ status, body }: OfficeAnswer): DurationFigures {
  if (status !== 200) throw new Error(`The report answered ${String(status)} ${JSON.stringify(body)}`);
  const { groups } = body as unknown as DurationsView;
  return new Map(
    groups.flatMap(({ group, durations, paused }) => [
      [`${group} paused`, paused.days] as const,
      ...durations.flatMap(({ duration, count, median, ninetiethPercentile, open, oldestOpen }) => [
        [`${group} ${duration} count`, count] as const,
        [`${group} ${duration} median`, median ?? 0] as const,
        [`${group} ${duration} ninetieth`, ninetiethPercentile ?? 0] as const,
        [`${group} ${duration} open`, open] as const,
        [`${group} ${duration} oldest`, oldestOpen ?? 0] as const,
      ]),
    ]),
  );
}

/** Figures that are not the same on both sides; one asked the time a moment later, and a tenth of a day may turn. */
function differences(ours: DurationFigures, beside: DurationFigures): number {
  if (ours.size !== beside.size || ours.size === 0) return Math.max(ours.size, beside.size, 1);
  return [...ours].filter(([name, value]) => !(Math.abs((beside.get(name) ?? NaN) - value) < 0.11)).length;
}

function monthsAgo(months: number): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1)).toISOString().slice(0, 7);
}
