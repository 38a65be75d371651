import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Client, Connection } from '@temporalio/client';
import { ConfigError, readConfig, type WorkerConfig } from '../platform/config.ts';
import { createDataConverter } from '../platform/payloadCodec.ts';
import { createStore } from '../store/prismaClient.ts';
import { caseIdOf } from '../store/rebuild/casesToRebuild.ts';
import { dataFolder, prepareLaunch } from './launch/launch.ts';
import { programEnvironment } from './launch/programEnvironment.ts';
import { rebuildReadModels } from './rebuild/rebuildReadModels.ts';
import { rebuildWorkflows } from './rebuild/rebuildWorkflows.ts';

const usage = `Usage: npm run reproject -- [--workflows] [--case <reference or id>]
  Without --workflows: rebuilds the read model of all cases and meetings from their record, and says what differed. A case whose
  record is not what was written is named and left as it stands.
  --workflows   after the engine's database was restored or lost: raises the epoch of every case that has not ended,
                starts its workflow from what Postgres remembers, and the watches of flags that have not ended.
                A workflow that runs is put an end to; what it was deciding is sent again by the reconciler. Commands
                the engine accepted and Postgres has no row of are named first: somebody has to enter them again.
                Workflows of which Postgres knows nothing are put an end to.
  --case        only this one.
It uses what the worker is configured with; without DATABASE_URL the product that npm start runs in this checkout.`;

/** A statement may take long here: nobody waits for an answer. */
const statementTimeoutMs = 60_000;
const say = (line: string) => console.log(line);

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { workflows: { type: 'boolean' }, case: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    say(usage);
    return 0;
  }
  const config = configuration();
  const store = createStore(config.databaseUrl, { max: 6, statementTimeoutMs });
  try {
    const only = values.case === undefined ? null : await caseIdOf(store.prisma, values.case);
    if (values.case !== undefined && only === null) {
      console.error('There is no such case.');
      return 1;
    }
    if (!values.workflows) return await rebuildReadModels(store, only, say);
    return await withEngine(config, (client) =>
      rebuildWorkflows({ store, client, taskQueue: config.temporal.taskQueue }, only, say),
    );
  } finally {
    await store.close();
  }
}

async function withEngine(config: WorkerConfig, use: (client: Client) => Promise<number>): Promise<number> {
  const { address, namespace } = config.temporal;
  const connection = await Connection.connect({ address });
  try {
    return await use(new Client({ connection, namespace, dataConverter: createDataConverter(config.payloadKeys) }));
  } finally {
    await connection.close();
  }
}

/** The worker's own configuration, or that of the product in this checkout. */
function configuration(): WorkerConfig {
  if (process.env['DATABASE_URL']) return readConfig(process.env, 'worker');
  const root = path.resolve(import.meta.dirname, '..');
  if (!fs.existsSync(dataFolder(root)))
    throw new ConfigError('worker', ['DATABASE_URL is missing, and nothing was ever started in this checkout']);
  const launch = prepareLaunch(root, process.env, say);
  const { ports, secrets } = launch;
  const database = (user: string, password: string) =>
    `postgresql://${user}:${password}@127.0.0.1:${String(ports.postgres)}/marac`;
  const servers = {
    databaseUrl: database('marac_app', secrets.appPassword),
    databaseOwnerUrl: database('marac_owner', secrets.ownerPassword),
    temporalAddress: process.env['TEMPORAL_ADDRESS'] ?? `127.0.0.1:${String(ports.engine.frontend)}`,
    namespace: process.env['TEMPORAL_NAMESPACE'] ?? 'marac',
    timeSkipping: false,
  };
  return readConfig(programEnvironment(launch, servers), 'worker');
}

try {
  process.exitCode = await main();
} catch (error) {
  // A fault of the database may quote a row: its kind is enough here, and configuration is never quoted.
  const known = error instanceof ConfigError || (error instanceof TypeError && 'code' in error);
  console.error(known ? error.message : `It stopped by a fault: ${(error as Error).name}.`);
  console.error(known ? usage : 'Are Postgres and the engine running? What was done stays done; start it again.');
  process.exitCode = 1;
}
