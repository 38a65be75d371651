import fs from 'node:fs';
import path from 'node:path';
import { bundleWorkflows } from '../bundling/bundleWorkflows.ts';
import { generateClient } from '../migrations/generateClient.ts';
import { migrationFolders } from '../migrations/migrationFiles.ts';
import { deployMigrations } from '../migrations/migrations.ts';
import { endProcess } from '../processes/endProcess.ts';
import type { RunningPostgres } from '../postgres/startPostgres.ts';
import { step, type Launch } from './launch.ts';
import { programEnvironment, type Servers } from './programEnvironment.ts';
import { prepareProductDatabase, requireAppRole, startEmbeddedPostgres } from './startDatabase.ts';
import { prepareEngineNamespace, startDevelopmentEngine } from './startDevelopmentEngine.ts';
import { runScript, startProgram } from './startPrograms.ts';

/** Starts everything in order; what was started so far can be stopped by `launch.stops` if a step fails. */
export async function bringUp(launch: Launch): Promise<Servers> {
  await endLeftPrograms(launch);
  const servers = await startServers(launch);
  await step(
    launch,
    'Database',
    async () => {
      const [names] = await Promise.all([
        deployMigrations(servers.databaseOwnerUrl, migrationFolders(launch.root)),
        generateClient(launch.root),
        prepareEngineNamespace(servers.temporalAddress, servers.namespace),
      ]);
      return names;
    },
    (names) => (names.length === 0 ? 'up to date' : `${names.length} migrations applied`),
  );
  const env = programEnvironment(launch, servers);
  const [bundle] = await together([
    step(launch, 'Workflow code', () => bundleWorkflows(launch.root)),
    seed(launch, env),
    startProgram(launch, 'sign-in', env),
    startProgram(launch, 'inbox', env),
  ]);
  await together([
    startProgram(launch, 'worker', { ...env, WORKFLOW_BUNDLE: bundle }),
    startProgram(launch, 'api', env),
  ]);
  return servers;
}

async function seed(launch: Launch, env: NodeJS.ProcessEnv): Promise<void> {
  if (!fs.existsSync(path.join(launch.root, 'scripts', 'seed.ts'))) return;
  await step(launch, 'People and areas', () => runScript(launch, 'scripts/seed.ts', env));
}

/** Waits for all of them even if one fails: what is still starting could not be stopped. */
async function together<T extends readonly unknown[]>(steps: { [K in keyof T]: Promise<T[K]> }): Promise<T> {
  await Promise.allSettled(steps);
  return await Promise.all(steps);
}

/** Stops what was started, the last first; a failure to stop one thing does not keep the others running. */
export async function bringDown(launch: Launch): Promise<void> {
  for (const stop of launch.stops.splice(0).reverse()) {
    await stop().catch((error: unknown) => launch.say((error as Error).message));
  }
}

/** Postgres and engine on our own, or those that the developer names; one that is ours serves what theirs does not. */
async function startServers(launch: Launch): Promise<Servers> {
  const { env } = launch;
  const ownDatabase = env['DATABASE_URL'];
  const ownEngine = env['TEMPORAL_ADDRESS'];
  const namespace = env['TEMPORAL_NAMESPACE'] || 'marac';
  const embedded = ownDatabase && ownEngine ? undefined : await startEmbeddedPostgres(launch);
  const database = ownDatabase
    ? { url: ownDatabase, ownerUrl: env['DATABASE_OWNER_URL'] || ownDatabase }
    : await prepareProductDatabase(launch, embedded as RunningPostgres);
  if (ownDatabase) {
    launch.say('Postgres: the one DATABASE_URL names');
    await requireAppRole(database.ownerUrl);
  }
  if (ownEngine) launch.say(`Engine: the one at TEMPORAL_ADDRESS, ${ownEngine}`);
  return {
    databaseUrl: database.url,
    databaseOwnerUrl: database.ownerUrl,
    temporalAddress: ownEngine || (await startDevelopmentEngine(launch, embedded as RunningPostgres)),
    namespace,
    timeSkipping: !ownEngine,
  };
}

/** Programs of a start that was killed run on without anybody to look after them; the servers are taken over instead. */
async function endLeftPrograms(launch: Launch): Promise<void> {
  const left = launch.record.living().filter(({ name }) => name !== 'postgres' && name !== 'engine');
  if (left.length > 0)
    launch.say(`Ending what an earlier start left running: ${left.map(({ name }) => name).join(', ')}`);
  await Promise.all(left.map(({ pid, identity }) => endProcess(pid, identity, 10_000)));
}
