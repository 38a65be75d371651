import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import { seedDevelopment } from '../../dev/seedDevelopment.ts';
import { systemClock } from '../../platform/clock.ts';
import { freePorts } from '../../scripts/processes/freePorts.ts';
import { guardScratch, type ScratchGuard } from '../../scripts/processes/guardScratch.ts';
import type { ProductAddresses } from '../../scripts/year/productClient.ts';
import { createStore } from '../../store/prismaClient.ts';
import { createTestDatabase } from '../environment/createTestDatabase.ts';

/** The product's own programs, each a process of its own as on a machine, on a database and task queue of this test's. */
export interface StartedPrograms {
  readonly addresses: ProductAddresses;
  readonly inbox: string;
  readonly databaseUrl: string;
  stop(): Promise<void>;
}

const root = path.resolve(import.meta.dirname, '..', '..');
const patienceMs = 120_000;

/** Starts sign-in, inbox, worker and API, and waits until each does its work. */
export async function startPrograms(): Promise<StartedPrograms> {
  const database = await createTestDatabase();
  const owner = createStore(database.ownerUrl, { max: 1 });
  await seedDevelopment(owner, systemClock.now());
  await owner.close();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'marac-year-'));
  const guard = guardScratch(folder);
  const [api = 0, identity = 0, inbox = 0, smtp = 0] = await freePorts(4);
  const env = environment(folder, database.url, { api, identity, inbox, smtp });
  const at = (port: number) => `http://127.0.0.1:${port}`;
  try {
    start(guard, folder, env, 'dev/identity/main.ts');
    start(guard, folder, env, 'dev/inbox/main.ts');
    start(guard, folder, env, 'worker/main.ts');
    start(guard, folder, env, 'api/main.ts');
    await untilAnswering(`${at(identity)}/.well-known/openid-configuration`, folder);
    await untilAnswering(`${at(inbox)}/api/messages`, folder);
    await untilAnswering(`${at(api)}/readyz`, folder);
  } catch (error) {
    await guard.finish();
    throw error;
  }
  return {
    addresses: { api: at(api), identity: at(identity) },
    inbox: at(inbox),
    databaseUrl: database.url,
    stop: async () => {
      await guard.finish();
      await database.drop();
    },
  };
}

function environment(
  folder: string,
  databaseUrl: string,
  ports: { readonly api: number; readonly identity: number; readonly inbox: number; readonly smtp: number },
): NodeJS.ProcessEnv {
  const aKey = () => randomBytes(32).toString('base64');
  return {
    NODE_ENV: 'development',
    TZ: 'UTC',
    LOG_LEVEL: 'warn',
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: inject('temporalAddress'),
    TEMPORAL_NAMESPACE: inject('temporalNamespace'),
    TASK_QUEUE: `year-${randomUUID()}`,
    WORKFLOW_BUNDLE: inject('workflowBundlePath'),
    PUBLIC_URL: `http://127.0.0.1:${ports.api}`,
    PAYLOAD_KEYS: `test:${aKey()}`,
    CONTENT_WRAPPING_KEYS: `test:${aKey()}`,
    MATCH_KEY: aKey(),
    API_PORT: String(ports.api),
    OIDC_ISSUER: `http://127.0.0.1:${ports.identity}`,
    OIDC_AUDIENCE: 'marac-api',
    OIDC_CLIENT_SECRET: randomUUID(),
    IDENTITY_PORT: String(ports.identity),
    IDENTITY_DIR: path.join(folder, 'identity'),
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    MAIL_FROM: 'casework@marac.example',
    AUDIT_ANCHOR_FILE: path.join(folder, 'audit-anchor.jsonl'),
    INBOX_PORT: String(ports.inbox),
    INBOX_SMTP_PORT: String(ports.smtp),
    INBOX_DIR: path.join(folder, 'inbox'),
  };
}

function start(guard: ScratchGuard, folder: string, env: NodeJS.ProcessEnv, program: string): void {
  const log = fs.openSync(path.join(folder, 'programs.log'), 'a');
  const started = spawn(process.execPath, [path.join(root, program)], { cwd: root, env, stdio: ['ignore', log, log] });
  fs.closeSync(log);
  if (started.pid !== undefined) guard.watch(started.pid, 'SIGTERM');
}

async function untilAnswering(url: string, folder: string): Promise<void> {
  const until = Date.now() + patienceMs;
  let last = 'no answer';
  while (Date.now() < until) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      last = `${response.status} ${await response.text()}`;
      if (response.ok) return;
    } catch {
      last = 'no answer';
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const log = fs.readFileSync(path.join(folder, 'programs.log'), 'utf8');
  throw new Error(`${url}: ${last}\n${log.slice(-4_000)}`);
}
