import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { seedDevelopment } from '../../../dev/seedDevelopment.ts';
import { systemClock } from '../../../platform/clock.ts';
import type { EnginePrograms } from '../../../scripts/engine/enginePrograms.ts';
import { migrationFolders } from '../../../scripts/migrations/migrationFiles.ts';
import { deployMigrations } from '../../../scripts/migrations/migrations.ts';
import { ensureDatabase, ensureRole, withClient } from '../../../scripts/postgres/prepareDatabases.ts';
import { serverAccount } from '../../../scripts/postgres/serverAccount.ts';
import { freePorts } from '../../../scripts/processes/freePorts.ts';
import { guardScratch, type ScratchGuard } from '../../../scripts/processes/guardScratch.ts';
import type { ProductAddresses } from '../../../scripts/year/productClient.ts';
import { createStore } from '../../../store/prismaClient.ts';
import { type HoldableLine, openLine } from './holdableLine.ts';
import { nodeProgram, type NodeProgram } from './nodeProgram.ts';
import { type OwnCluster, startOwnCluster } from './ownCluster.ts';
import { type OwnEngine, startOwnEngine } from './ownEngine.ts';
import { type OwnMailServer, startOwnMailServer } from './ownMailServer.ts';
import { untilTrue } from './untilTrue.ts';

/** The whole product as in production: every part a process of its own, application and engine each on its own Postgres. */
export interface ProductProcesses {
  /** Everything it writes lies here: data, logs, mail. */
  readonly folder: string;
  readonly addresses: ProductAddresses;
  readonly application: OwnCluster;
  readonly enginesOwn: OwnCluster;
  readonly engine: OwnEngine;
  readonly mail: OwnMailServer;
  readonly identity: NodeProgram;
  readonly worker: NodeProgram;
  readonly api: NodeProgram;
  /** Between worker or API and the engine; null where the product was started without. */
  readonly lines: { readonly worker: HoldableLine; readonly api: HoldableLine } | null;
  /** What the programs are configured with. */
  readonly env: Readonly<Record<string, string>>;
  readonly databaseUrl: string;
  readonly databaseOwnerUrl: string;
  /** Waits until a command sent now would be decided. */
  ready(): Promise<void>;
  stop(): Promise<void>;
}

export interface ProductOptions {
  readonly root: string;
  readonly programs: EnginePrograms;
  readonly bundlePath: string;
  readonly logLevel?: string;
  /** Puts lines between the programs and the engine that can be held; they cost a little time. */
  readonly withLines?: boolean;
  /** Whether both Postgres keep what they said through a loss of power; without it only through kills. */
  readonly durable?: boolean;
  /** How many workflows the worker keeps, where it is not to be what it keeps anywhere else. */
  readonly workflowsInMemory?: number | undefined;
}

const database = 'marac';

/** Starts every part and waits until all of them work. */
export async function startProduct(options: ProductOptions): Promise<ProductProcesses> {
  const account = serverAccount();
  const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'marac-product-'));
  if (account) fs.chownSync(folder, account.uid, account.gid);
  const guard = guardScratch(folder);
  try {
    return await startIn(folder, guard, options);
  } catch (error) {
    await guard.finish();
    throw error;
  }
}

async function startIn(folder: string, guard: ScratchGuard, options: ProductOptions): Promise<ProductProcesses> {
  const { root } = options;
  const durable = options.durable ? true : 'throughKills';
  const [application, enginesOwn, mail] = await Promise.all([
    startOwnCluster('application', root, folder, guard, durable),
    startOwnCluster('enginesOwn', root, folder, guard, durable),
    startOwnMailServer(root, folder, guard),
  ]);
  const [urls, engine] = await Promise.all([
    preparedDatabase(root, application),
    startOwnEngine(options.programs, enginesOwn, folder, guard),
  ]);
  const lines = options.withLines
    ? { worker: await openLine(engine.address), api: await openLine(engine.address) }
    : null;
  const [api = 0, identity = 0] = await freePorts(2);
  const env = environment(folder, options, { api, identity }, urls.app, mail.url, engine);
  const program = (name: string, script: string, more: Record<string, string> = {}) =>
    nodeProgram({ name, root, script, env: { ...env, ...more }, folder, guard });
  const reached = (line: HoldableLine | undefined) => (line ? { TEMPORAL_ADDRESS: line.address } : {});
  const product: ProductProcesses = {
    folder,
    addresses: { api: `http://127.0.0.1:${String(api)}`, identity: `http://127.0.0.1:${String(identity)}` },
    application,
    enginesOwn,
    engine,
    mail,
    identity: program('identity', 'dev/identity/main.ts'),
    worker: program('worker', 'worker/main.ts', reached(lines?.worker)),
    api: program('api', 'api/main.ts', reached(lines?.api)),
    lines,
    env,
    databaseUrl: urls.app,
    databaseOwnerUrl: urls.owner,
    ready: () => untilReady(product),
    stop: async () => {
      await Promise.all([lines?.worker.close(), lines?.api.close()]);
      await guard.finish();
    },
  };
  for (const one of [product.identity, product.worker, product.api]) one.start();
  await product.ready();
  return product;
}

async function preparedDatabase(root: string, cluster: OwnCluster): Promise<{ app: string; owner: string }> {
  const [owner, app] = [
    { name: 'marac_owner', password: 'owner' },
    { name: 'marac_app', password: 'app' },
  ] as const;
  await withClient(cluster.url('postgres'), async (admin) => {
    await ensureRole(admin, owner);
    await ensureRole(admin, app);
    await ensureDatabase(admin, { name: database, owner: owner.name, mayConnect: [app.name] });
  });
  const urlFor = ({ name, password }: typeof owner | typeof app) =>
    `postgresql://${name}:${password}@127.0.0.1:${String(cluster.port)}/${database}`;
  await deployMigrations(urlFor(owner), migrationFolders(root));
  const store = createStore(urlFor(owner), { max: 1 });
  await seedDevelopment(store, systemClock.now());
  await store.close();
  return { app: urlFor(app), owner: urlFor(owner) };
}

function environment(
  folder: string,
  { bundlePath, logLevel, workflowsInMemory }: ProductOptions,
  ports: { readonly api: number; readonly identity: number },
  databaseUrl: string,
  smtpUrl: string,
  engine: OwnEngine,
): Record<string, string> {
  const aKey = () => randomBytes(32).toString('base64');
  return {
    NODE_ENV: 'development',
    TZ: 'UTC',
    LOG_LEVEL: logLevel ?? 'info',
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: engine.address,
    TEMPORAL_NAMESPACE: engine.namespace,
    TASK_QUEUE: 'marac',
    WORKFLOW_BUNDLE: bundlePath,
    ...(workflowsInMemory === undefined ? {} : { WORKFLOWS_IN_MEMORY: String(workflowsInMemory) }),
    PUBLIC_URL: `http://127.0.0.1:${String(ports.api)}`,
    PAYLOAD_KEYS: `test:${aKey()}`,
    CONTENT_WRAPPING_KEYS: `test:${aKey()}`,
    MATCH_KEY: aKey(),
    API_PORT: String(ports.api),
    OIDC_ISSUER: `http://127.0.0.1:${String(ports.identity)}`,
    OIDC_AUDIENCE: 'marac-api',
    OIDC_CLIENT_SECRET: aKey(),
    IDENTITY_PORT: String(ports.identity),
    IDENTITY_DIR: path.join(folder, 'identity'),
    SMTP_URL: smtpUrl,
    MAIL_FROM: 'casework@marac.example',
    AUDIT_ANCHOR_FILE: path.join(folder, 'audit-anchor.jsonl'),
  };
}

async function untilReady({ addresses, identity, worker, api }: ProductProcesses): Promise<void> {
  const answers = (url: string) =>
    fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
      (response) => response.ok,
      () => false,
    );
  const ready = async () =>
    (await answers(`${addresses.identity}/.well-known/openid-configuration`)) &&
    (await answers(`${addresses.api}/readyz`));
  await untilTrue('sign-in, worker and API are ready', ready, 120_000).catch((error: Error) => {
    const logs = [identity, worker, api].map(({ logFile }) => fs.readFileSync(logFile, 'utf8').slice(-2_000));
    throw new Error(`${error.message}\n${logs.join('\n')}`);
  });
}
