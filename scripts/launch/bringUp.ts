import fs from 'node:fs';
import path from 'node:path';
import { buildAssets } from '../assets/buildAssets.ts';
import { bundleWorkflows } from '../bundling/bundleWorkflows.ts';
import { migrationFolders } from '../migrations/migrationFiles.ts';
import { deployMigrations } from '../migrations/migrations.ts';
import { endProcess } from '../processes/endProcess.ts';
import type { RunningPostgres } from '../postgres/startPostgres.ts';
import { step, type Launch } from './launch.ts';
import { programEnvironment, type Servers } from './programEnvironment.ts';
import { prepareProductDatabase, requireAppRole, startEmbeddedPostgres } from './startDatabase.ts';
import { developmentEngineAddress, prepareEngineNamespace, startDevelopmentEngine } from './startDevelopmentEngine.ts';
import { runScript, startProgram } from './startPrograms.ts';

/**
 * Starts everything: Postgres, then beside each other what needs only that, then worker, API and
 * pages. What was started so
 * far can be stopped by `bringDown` if something fails.
 */
export async function bringUp(launch: Launch): Promise<Servers> {
  await endLeftPrograms(launch);
  const { env } = launch;
  const needsPostgres = !env['DATABASE_URL'] || !env['TEMPORAL_ADDRESS'];
  const postgres = needsPostgres ? await startEmbeddedPostgres(launch) : undefined;
  const servers: Servers = {
    ...(await productDatabase(launch, postgres)),
    temporalAddress: env['TEMPORAL_ADDRESS'] || developmentEngineAddress(launch),
    namespace: env['TEMPORAL_NAMESPACE'] || 'marac',
    timeSkipping: !env['TEMPORAL_ADDRESS'],
  };
  const programs = programEnvironment(launch, servers);
  const [bundle, assets] = await together([
    step(launch, 'Workflow code', () => bundleWorkflows(launch.root)),
    step(launch, 'Style sheet of the pages', () => buildAssets(launch.root)),
    startEngine(launch, servers, postgres),
    prepareDatabase(launch, servers, programs),
    startProgram(launch, 'sign-in', programs),
    startProgram(launch, 'inbox', programs),
  ]);
  await together([
    startProgram(launch, 'worker', { ...programs, WORKFLOW_BUNDLE: bundle }),
    startProgram(launch, 'api', programs),
    startProgram(launch, 'web', { ...programs, WEB_ASSETS: assets }),
  ]);
  return servers;
}

async function startEngine(launch: Launch, servers: Servers, postgres: RunningPostgres | undefined): Promise<void> {
  if (launch.env['TEMPORAL_ADDRESS']) launch.say(`Engine: the one at TEMPORAL_ADDRESS, ${servers.temporalAddress}`);
  else if (postgres) await startDevelopmentEngine(launch, postgres);
  await prepareEngineNamespace(servers.temporalAddress, servers.namespace);
}

async function prepareDatabase(launch: Launch, servers: Servers, programs: NodeJS.ProcessEnv): Promise<void> {
  await step(
    launch,
    'Database',
    () => deployMigrations(servers.databaseOwnerUrl, migrationFolders(launch.root)),
    (names) => (names.length === 0 ? 'up to date' : `migrations applied: ${names.length}`),
  );
  if (!fs.existsSync(path.join(launch.root, 'scripts', 'seed.ts'))) return;
  await step(launch, 'People and areas', () => runScript(launch, 'scripts/seed.ts', programs));
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

/** The product's database: the developer's own where DATABASE_URL names one, else one in our Postgres. */
async function productDatabase(
  launch: Launch,
  postgres: RunningPostgres | undefined,
): Promise<Pick<Servers, 'databaseUrl' | 'databaseOwnerUrl'>> {
  const own = launch.env['DATABASE_URL'];
  if (own) {
    launch.say('Database: the one DATABASE_URL names');
    const databaseOwnerUrl = launch.env['DATABASE_OWNER_URL'] || own;
    await requireAppRole(databaseOwnerUrl);
    return { databaseUrl: own, databaseOwnerUrl };
  }
  if (!postgres) throw new Error('There is no Postgres to keep the product’s database in.');
  return prepareProductDatabase(launch, postgres);
}

/** Programs of a start that was killed run on without anybody to look after them; the servers are taken over instead. */
async function endLeftPrograms(launch: Launch): Promise<void> {
  const left = launch.record.living().filter(({ name }) => name !== 'postgres' && name !== 'engine');
  if (left.length > 0)
    launch.say(`Ending what an earlier start left running: ${left.map(({ name }) => name).join(', ')}`);
  await Promise.all(left.map(({ pid, identity }) => endProcess(pid, identity, 10_000)));
}
