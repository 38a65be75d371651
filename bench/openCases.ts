import fs from 'node:fs';
import { withClient } from '../scripts/postgres/prepareDatabases.ts';
import type { OwnCluster } from '../tests/environment/programs/ownCluster.ts';
import { startBareSide } from './bare/bareSide.ts';
import { callers } from './callers.ts';
import { figureAlone, figureOfPairs } from './figures.ts';
import { contactAttempt, office, openedCases } from './inventedCases.ts';
import { officeClient, type OfficeClient } from './officeClient.ts';
import type { Bench, BenchRow } from './row.ts';

/** The longest clock of a case that was just opened; the bare workflow has one timer, as a case has one alarm. */
const aDayMs = 86_400_000;
const memoryOfAWorker = { is: 'atMost', value: 1_024 } as const;

/** What a case that is open costs: bytes in the engine, memory of the worker, and time where there are many of them. */
export const openCases: BenchRow = {
  name: 'open-cases',
  what: 'Memory and bytes a case at 5,000 and 20,000 open cases; p99 of a command at 20,000',
  beside: 'bytes: no-op workflow with as many timers; p99: itself at 5,000',
  whyMissed: [
    'of commands to cases here and there nine of ten replay theirs first at 20,000, three of five at 5,000, since a worker keeps 2,000;',
    'and the 99th percentile of 400 is the fourth slowest: the pairs lie between 0.73 and 2.00 times (1.04 and 1.88 in the run before). Tried: a worker that keeps more (see',
    '`herd`). Its memory is what keeping 2,000 takes: decision 90 wants a machine with 2 GiB for a worker.',
  ].join(' '),
  async measure(bench) {
    const [few, many, bareCount] = bench.quick ? [60, 160, 60] : [5_000, 20_000, 2_000];
    const product = await bench.product();
    const client = officeClient(product.addresses);
    bench.afterwards(async () => client.close());
    const { enginesOwn, worker } = product;
    const empty = await bytesOf(enginesOwn);
    const references = [...(await openedCases(client, few, bench.say))];
    const withFew = await bytesOf(enginesOwn);
    const p99AtFew = await p99s(bench, client, references);
    const memoryAtFew = residentMiB(worker.pid());
    const beforeMore = await bytesOf(enginesOwn);
    references.push(...(await openedCases(client, many - few, bench.say)));
    const withMany = await bytesOf(enginesOwn);
    const p99AtMany = await p99s(bench, client, references);
    const memoryAtMany = residentMiB(worker.pid());
    const bare = await startBareSide(bench, product);
    const beforeBare = await bytesOf(enginesOwn);
    await callers(16, bareCount, () => bare.openWithTimers([aDayMs]));
    const bareBytes = ((await bytesOf(enginesOwn)) - beforeBare) / bareCount;
    const bytes = [(withFew - empty) / few, (withMany - beforeMore) / (many - few)];
    return [
      figureOfPairs(
        'bytes a case in the engine’s database',
        'bytes',
        bytes.map((ours) => ({ ours, beside: bareBytes })),
        { is: 'atMost', value: 1.5 },
      ),
      figureOfPairs(
        `p99 of a command at ${String(many)}, beside at ${String(few)}`,
        'ms',
        p99AtMany.map((ours, turn) => ({ ours, beside: p99AtFew[turn] ?? NaN })),
        { is: 'atMost', value: 1.2 },
      ),
      figureAlone(`memory of the worker at ${String(few)}`, 'MiB', [memoryAtFew], memoryOfAWorker),
      figureAlone(`memory of the worker at ${String(many)}`, 'MiB', [memoryAtMany], memoryOfAWorker),
    ];
  },
};

/** Commands to cases here and there, most of them cold, as in an office with thousands of them. */
async function p99s(bench: Bench, client: OfficeClient, references: readonly string[]): Promise<readonly number[]> {
  const total = bench.quick ? 40 : 400;
  const found: number[] = [];
  for (let turn = 0; turn < bench.pairs; turn += 1) {
    const step = Math.max(1, Math.floor(references.length / total));
    const got = await callers(16, total, (piece) => {
      const reference = references[(piece * step + turn) % references.length] ?? '';
      return client.record(office.serviceManager, `/cases/${reference}/contact-attempts`, contactAttempt);
    });
    found.push(got.p99);
  }
  return found;
}

/** What both databases of the engine take on disk, once everything that was written has got there. */
async function bytesOf(cluster: OwnCluster): Promise<number> {
  return withClient(cluster.url('postgres'), async (admin) => {
    await admin.query('CHECKPOINT');
    const { rows } = await admin.query<{ bytes: string }>(
      `SELECT sum(pg_database_size(datname)) AS bytes FROM pg_database WHERE datname LIKE 'temporal%'`,
    );
    return Number(rows[0]?.bytes);
  });
}

function residentMiB(pid: number | undefined): number {
  const status = fs.readFileSync(`/proc/${String(pid)}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}
