import { Agent } from 'node:http';
import { idOf } from '../dev/seedDevelopment.ts';
import type { Actor } from '../domain/access/actor.ts';
import { londonDate } from '../domain/calendar/london.ts';
import { systemClock } from '../platform/clock.ts';
import { freePorts } from '../scripts/processes/freePorts.ts';
import { actorOf } from '../store/practitioners/actorOf.ts';
import { createStore } from '../store/prismaClient.ts';
import { nodeProgram } from '../tests/environment/programs/nodeProgram.ts';
import type { ProductProcesses } from '../tests/environment/programs/startProduct.ts';
import { untilTrue } from '../tests/environment/programs/untilTrue.ts';
import { alternate, each } from './alternate.ts';
import { addManyCases } from './manyCases.ts';
import { callers } from './callers.ts';
import { figureOfPairs } from './figures.ts';
import { office } from './inventedCases.ts';
import { exchange, officeClient } from './officeClient.ts';
import { overdueStatement } from './overdueStatement.ts';
import type { Bench, BenchRow } from './row.ts';

const area = 'medway';

/** The coordinator's board, beside the very statement it runs behind a route that does nothing else. */
export const overdueList: BenchRow = {
  name: 'overdue-list',
  what: 'Overdue list: one area, 50 rows of 100,000 open actions, 8 callers',
  beside: 'the same SQL through pg behind a bare Express route',
  async measure(bench) {
    const product = await bench.product({
      meanwhile: ({ databaseOwnerUrl }) => addManyCases(databaseOwnerUrl, bench.quick ? 20_000 : 100_000, bench.say),
    });
    const bare = await startBareRoute(bench, product);
    const client = officeClient(product.addresses);
    bench.afterwards(async () => client.close());
    const agent = new Agent({ keepAlive: true });
    bench.afterwards(async () => agent.destroy());
    const total = bench.quick ? 100 : 800;
    const [ours, theirs] = [await rowsOf(client.get(office.coordinator, board)), await rowsOf(exchange(bare, agent))];
    if (ours !== 50 || theirs !== 50)
      throw new Error(`The board shows ${String(ours)} rows, the bare route ${String(theirs)}.`);
    return alternate(
      bench,
      () => callers(8, total, () => rowsOf(client.get(office.coordinator, board))),
      () => callers(8, total, () => rowsOf(exchange(bare, agent))),
      (pairs) => {
        const perSecond = each(pairs, (side) => side.perSecond);
        return [figureOfPairs('requests', 'a second', perSecond, { is: 'atLeast', value: 0.7 })];
      },
    );
  },
};

const board = `/overdue?area=${area}&limit=50`;

async function rowsOf(answer: Promise<{ readonly status: number; readonly body: unknown }>): Promise<number> {
  const { status, body } = await answer;
  if (status !== 200) throw new Error(`The list answered ${String(status)} ${JSON.stringify(body)}`);
  const { items } = body as { items: unknown[] };
  return items.length;
}

async function startBareRoute(bench: Bench, product: ProductProcesses): Promise<string> {
  const store = createStore(product.databaseUrl, { max: 1 });
  const actor = (await actorOf(store.prisma, office.coordinator, londonDate(systemClock.now()))) as Actor;
  await store.close();
  const statement = await overdueStatement(actor, idOf('area', area), 51);
  const [port = 0] = await freePorts(1);
  const { root, folder, guard } = bench;
  const env = {
    PATH: process.env['PATH'],
    TZ: 'UTC',
    NODE_ENV: 'production',
    DATABASE_URL: product.databaseUrl,
    PORT: String(port),
    STATEMENT: JSON.stringify(statement),
  };
  const route = nodeProgram({ name: 'bareRoute', root, script: 'bench/bare/route.ts', env, folder, guard });
  route.start();
  bench.afterwards(() => route.kill());
  const url = `http://127.0.0.1:${String(port)}/`;
  await untilTrue('the bare route answers', () =>
    fetch(url).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  return url;
}
