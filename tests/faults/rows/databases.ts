import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { withClient } from '../../../scripts/postgres/prepareDatabases.ts';
import { type FaultRow, faultUnderLoad } from '../faultRow.ts';
import { disturbing, type World } from '../world.ts';

/** How long a fault lasts that is an outage: in the table's own time, and shortened where every test waits for it. */
const lasting = {
  readOnly: { long: 20_000, short: 2_500 },
  down: { long: 180_000, short: 4_000 },
  exhausted: { long: 12_000, short: 6_500 },
} as const;

/** The two Postgres servers and the engine, stopped, starved and killed. */
export const databaseRows: readonly FaultRow[] = [
  faultUnderLoad(
    {
      name: 'postgres-stopped',
      what: 'application’s Postgres stopped at once and started',
      times: { long: 3, short: 1 },
    },
    (world) => down(world, 0),
  ),
  faultUnderLoad(
    {
      name: 'postgres-backends-killed',
      what: 'application’s Postgres: its backends killed',
      times: { long: 3, short: 1 },
    },
    (world) => disturbing(world, () => withClient(asAdmin(world), endSessions)),
  ),
  faultUnderLoad(
    {
      name: 'postgres-pool-exhausted',
      what: 'application’s Postgres: its pool exhausted',
      times: { long: 3, short: 1 },
    },
    (world, time) => (time % 2 === 1 ? everyStatementWaits(world) : noConnectionIsLeft(world)),
  ),
  faultUnderLoad(
    { name: 'postgres-read-only', what: 'application’s Postgres read-only for 20 s', times: { long: 3, short: 1 } },
    readOnly,
  ),
  faultUnderLoad(
    { name: 'postgres-down', what: 'application’s Postgres down for 3 minutes', times: { long: 3, short: 1 } },
    (world) => down(world, lasting.down[world.form]),
  ),
  faultUnderLoad(
    {
      name: 'engine-postgres-stopped',
      what: 'engine’s Postgres stopped at once and started',
      times: { long: 3, short: 1 },
    },
    ({ product }) => product.enginesOwn.stopAtOnce().then(() => product.enginesOwn.start()),
  ),
  faultUnderLoad(
    { name: 'engine-killed', what: 'Temporal killed and started', times: { long: 5, short: 1 } },
    ({ product }) => product.engine.kill().then(() => product.engine.start()),
  ),
];

function asAdmin({ product }: World): string {
  return product.application.url('marac');
}

async function down(world: World, forMs: number): Promise<void> {
  const { application } = world.product;
  await disturbing(world, async () => {
    await application.stopAtOnce();
    await pause(forMs);
    await application.start();
  });
}

async function endSessions(admin: pg.Client): Promise<void> {
  await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'marac_app'`);
}

/** Somebody holds a lock that every command needs: statements wait until none of the pool is left for another. */
async function everyStatementWaits(world: World): Promise<void> {
  await disturbing(world, () =>
    withClient(asAdmin(world), async (admin) => {
      await admin.query('begin');
      await admin.query('lock table command, practitioner in access exclusive mode');
      await pause(lasting.exhausted[world.form]);
      await admin.query('rollback');
    }),
  );
}

/** Somebody takes every connection the server has, and those of the product are ended. */
async function noConnectionIsLeft(world: World): Promise<void> {
  const taken: pg.Client[] = [];
  const takeAll = async (): Promise<void> => {
    for (;;) {
      const client = new pg.Client({ connectionString: world.product.databaseUrl });
      client.on('error', () => undefined);
      try {
        await client.connect();
      } catch {
        return;
      }
      taken.push(client);
    }
  };
  await disturbing(world, async () => {
    await withClient(asAdmin(world), async (admin) => {
      await takeAll();
      const pids = taken.map((client) => (client as unknown as { processID: number }).processID);
      await admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'marac_app' and pid <> all($1)`,
        [pids],
      );
      await takeAll();
      await pause(lasting.exhausted[world.form]);
    });
    await Promise.all(taken.map((client) => client.end()));
  });
}

async function readOnly(world: World): Promise<void> {
  const set = (value: 'on' | 'off') =>
    withClient(asAdmin(world), async (admin) => {
      await admin.query('set default_transaction_read_only = off');
      await admin.query(`alter system set default_transaction_read_only = ${value}`);
      await admin.query('select pg_reload_conf()');
    });
  await disturbing(world, async () => {
    await set('on');
    await pause(lasting.readOnly[world.form]);
    await set('off');
  });
}
