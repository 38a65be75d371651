import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { noticeChannel } from '../store/notices/noticeChannel.ts';
import { createStore } from '../store/prismaClient.ts';
import { noticeRows } from '../tests/builders/notices.ts';
import { untilTrue } from '../tests/environment/programs/untilTrue.ts';
import { figureAlone, percentile } from './figures.ts';
import { contactAttempt, office, openedCase, openedCases } from './inventedCases.ts';
import { officeClient, type OfficeClient } from './officeClient.ts';
import type { Bench, BenchRow } from './row.ts';
import { dueNowRungTimes, setUrgentActions } from './timedActions.ts';

/** What happens nationally on one working day of eight hours. */
const day = { seconds: 28_800, referrals: 435, commands: 13_000, deadlines: 2_600, mails: 26_000 };
/** Each trial lives through so much of the day, and of everything in it. */
const slice = 0.1;
const speeds = [10, 15, 20, 30, 40, 60, 80, 100, 140, 200];
const mostMs = 500;
const latestMs = 5_000;

interface Trial {
  readonly p99: number;
  readonly latest: number;
  readonly lost: number;
}

/** How many times faster than life the product can have a nation's working day. */
export const workingDay: BenchRow = {
  name: 'working-day',
  what: 'A nation’s working day, compressed: a tenth of 435 referrals, 13,000 commands, 2,600 deadlines, 26,000 mails a trial',
  beside: 'real time',
  async measure(bench) {
    const product = await bench.product();
    const client = officeClient(product.addresses);
    bench.afterwards(async () => client.close());
    const store = createStore(product.databaseUrl, { max: 2 });
    bench.afterwards(() => store.close());
    const people = await store.prisma.practitioner.findMany({ select: { id: true } });
    const part = bench.quick ? 0.005 : slice;
    const references = await openedCases(client, Math.round(day.deadlines * part), bench.say);
    let best = 0;
    const figures = () => [figureAlone('highest speed-up', '× real time', [best], { is: 'atLeast', value: 40 })];
    for (const speed of bench.quick ? [10] : speeds) {
      const trial = await live(bench, { client, references, part, speed, databaseUrl: product.databaseUrl, tellOf });
      const ok = trial.p99 < mostMs && trial.latest <= latestMs && trial.lost === 0;
      const told = `p99 ${trial.p99.toFixed(0)} ms, latest deadline ${trial.latest.toFixed(0)} ms, lost ${String(trial.lost)}`;
      bench.say(`  ${String(speed)} ×: ${told}${ok ? '' : ': too fast'}`);
      if (!ok) break;
      best = speed;
      bench.keep(figures());
    }
    return figures();

    /** Mail beside that of the deadlines: what digests, news and reminders of other cases would bring. */
    async function tellOf(count: number): Promise<void> {
      const rows = Array.from({ length: count }, (_, n) => ({ recipientId: people[n % people.length]?.id ?? '' }));
      await noticeRows(store, rows);
      await store.prisma.$executeRawUnsafe(`NOTIFY ${noticeChannel}`);
    }
  },
};

interface Part {
  readonly client: OfficeClient;
  readonly references: readonly string[];
  readonly part: number;
  readonly speed: number;
  readonly databaseUrl: string;
  readonly tellOf: (count: number) => Promise<void>;
}

/** Lives through a part of the day at a speed: everything at its time, whether what came before is done or not. */
async function live(bench: Bench, { client, references, part, speed, databaseUrl, tellOf }: Part): Promise<Trial> {
  const lengthMs = (day.seconds * part * 1000) / speed;
  const deadlines = references.length;
  const commands = Math.round(day.commands * part) - Math.round(day.referrals * part);
  const { first, dueOf } = await setUrgentActions(client, references, (place) => (place / deadlines) * lengthMs);
  await pause(first - Date.now());
  const took: number[] = [];
  let lost = 0;
  const timed = async (act: () => Promise<unknown>): Promise<void> => {
    const began = performance.now();
    await act().then(
      () => took.push(performance.now() - began),
      (error: unknown) => {
        lost += 1;
        bench.say(`  lost: ${error instanceof Error ? error.message : String(error)}`);
      },
    );
  };
  const spread = (count: number, act: (place: number) => Promise<void>): Promise<unknown> =>
    Promise.all(
      Array.from({ length: count }, async (_, place) => {
        await pause(Math.max(0, first + ((place + Math.random()) / count) * lengthMs - Date.now()));
        await act(place);
      }),
    );
  const attempt = (place: number) =>
    timed(() =>
      client.record(
        office.serviceManager,
        `/cases/${references[place % deadlines] ?? ''}/contact-attempts`,
        contactAttempt,
      ),
    );
  const ticks = 20;
  await Promise.all([
    spread(Math.round(day.referrals * part), () => timed(() => openedCase(client))),
    spread(commands, attempt),
    spread(ticks, () => tellOf(Math.round((day.mails * part) / ticks))),
  ]);
  const db = new pg.Client({ connectionString: databaseUrl });
  await db.connect();
  try {
    const ids = [...dueOf.keys()];
    await untilTrue(
      'every deadline is recorded',
      async () => (await dueNowRungTimes(db, ids)).size === ids.length,
      120_000,
    );
    const times = await dueNowRungTimes(db, ids);
    const late = ids.map((id) => (times.get(id) ?? Infinity) - (dueOf.get(id) ?? 0));
    await untilTrue('all mail has gone out', async () => (await waiting(db)) === 0, 240_000);
    return { p99: percentile(took, 0.99), latest: Math.max(...late), lost };
  } finally {
    await db.end();
    bench.say(`  ${String(took.length)} commands at ${String(speed)} ×`);
  }
}

async function waiting(db: pg.Client): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `SELECT count(*)::int FROM notice WHERE status = 'waiting' AND not_before <= now()`,
  );
  return rows[0]?.count ?? 0;
}
