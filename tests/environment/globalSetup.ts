import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { ensureBrowser } from '../../scripts/browser/ensureBrowser.ts';
import { bundleWorkflows } from '../../scripts/bundling/bundleWorkflows.ts';
import { ensureEngine } from '../../scripts/engine/ensureEngine.ts';
import type { EnginePrograms } from '../../scripts/engine/enginePrograms.ts';
import { type EngineStore, prepareEngineDatabases } from '../../scripts/engine/prepareEngineDatabases.ts';
import { prepareNamespace } from '../../scripts/engine/prepareNamespace.ts';
import { connectToEngine, startEngine } from '../../scripts/engine/startEngine.ts';
import { processIdentity } from '../../scripts/bootstrap/processIdentity.mjs';
import { migrationFolders } from '../../scripts/migrations/migrationFiles.ts';
import { deployMigrations } from '../../scripts/migrations/migrations.ts';
import { ensureDatabase, ensureRole, withClient } from '../../scripts/postgres/prepareDatabases.ts';
import { startScratchPostgres, type ScratchPostgres } from '../../scripts/postgres/scratchPostgres.ts';
import { freeEnginePorts } from '../../scripts/engine/enginePorts.ts';
import type { TestEnvironment } from './testEnvironment.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
const namespace = 'marac';

/** One Postgres and one Temporal server for the whole run, on free ports and in a folder that goes with the run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const found = await ensureEngine(process.env, (line) => console.log(line));
  if (!found.ok) throw new Error(found.why);
  const postgres = await startScratchPostgres(root);
  try {
    const [testEnvironment, temporalAddress, workflowBundlePath, browser] = await Promise.all([
      templateDatabase(postgres),
      engine(postgres, found.programs),
      bundleWorkflows(root),
      ensureBrowser(process.env, (line) => console.log(line)),
    ]);
    project.provide('testEnvironment', testEnvironment);
    project.provide('temporalAddress', temporalAddress);
    project.provide('temporalNamespace', namespace);
    project.provide('workflowBundlePath', workflowBundlePath);
    project.provide('browser', browser);
    return () => postgres.discard();
  } catch (error) {
    await postgres.discard();
    throw error;
  }
}

async function templateDatabase(postgres: ScratchPostgres): Promise<TestEnvironment> {
  const adminUrl = postgres.url('postgres');
  const environment = {
    adminUrl,
    templateDatabase: 'marac_template',
    ownerPassword: randomBytes(18).toString('base64url'),
    appPassword: randomBytes(18).toString('base64url'),
  };
  await withClient(adminUrl, async (admin) => {
    await ensureRole(admin, { name: 'marac_owner', password: environment.ownerPassword, mayCreateDatabases: true });
    await ensureRole(admin, { name: 'marac_app', password: environment.appPassword });
    await ensureDatabase(admin, { name: environment.templateDatabase, owner: 'marac_owner' });
  });
  const ownerUrl = new URL(postgres.url(environment.templateDatabase));
  Object.assign(ownerUrl, { username: 'marac_owner', password: environment.ownerPassword });
  await deployMigrations(ownerUrl.href, migrationFolders(root));
  return environment;
}

async function engine(postgres: ScratchPostgres, programs: EnginePrograms): Promise<string> {
  const password = randomBytes(18).toString('base64url');
  const store = { host: '127.0.0.1', port: postgres.port, user: 'temporal', password };
  await prepareEngineDatabases(programs.sqlTool, postgres.url('postgres'), store);
  const { address, connection } = await startedEngine(postgres, programs, store);
  await prepareNamespace(connection, namespace);
  await connection.close();
  return address;
}

/** Free ports are free until somebody else takes them: another run beside this one may be first. */
const attempts = 3;

async function startedEngine(postgres: ScratchPostgres, { server }: EnginePrograms, store: EngineStore) {
  for (let attempt = 1; ; attempt += 1) {
    const ports = await freeEnginePorts();
    const dir = path.join(postgres.folder, `engine-${attempt}`);
    const logFile = path.join(postgres.folder, 'engine.log');
    const pid = startEngine({ server, store, ports, dir, logFile, timeSkipping: true });
    postgres.guard.watch(pid, 'SIGKILL');
    const address = `127.0.0.1:${ports.frontend}`;
    try {
      return { address, connection: await connectToEngine(address, () => processIdentity(pid) !== undefined) };
    } catch (error) {
      if (attempt === attempts) throw error;
    }
  }
}
