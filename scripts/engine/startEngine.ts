import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Connection } from '@temporalio/client';
import type { EngineStore } from './prepareEngineDatabases.ts';

/** Every port the server opens; all are given, or it would use its own defaults beside those of another server. */
export interface EnginePorts {
  readonly frontend: number;
  readonly http: number;
  readonly history: number;
  readonly matching: number;
  readonly worker: number;
  readonly frontendMembership: number;
  readonly historyMembership: number;
  readonly matchingMembership: number;
  readonly workerMembership: number;
}

export interface EngineOptions {
  readonly server: string;
  readonly store: EngineStore;
  readonly ports: EnginePorts;
  /** Where its settings file and its log are written. */
  readonly dir: string;
  readonly logFile: string;
  /** Lets a workflow's clock be sent forward; never in production. */
  readonly timeSkipping: boolean;
  /** Settings of the server's own besides, by the names it gives them. */
  readonly settings?: Readonly<Record<string, boolean | number>>;
}

/** Starts the Temporal server in a process group of its own and returns its pid; it may not answer yet. */
export function startEngine(options: EngineOptions): number {
  fs.mkdirSync(options.dir, { recursive: true });
  const settings = path.join(options.dir, 'dynamic-config.yaml');
  fs.writeFileSync(settings, dynamicConfig(options));
  const log = fs.openSync(options.logFile, 'a');
  const server = spawn(options.server, ['start'], {
    cwd: options.dir,
    env: environment(options, settings),
    stdio: ['ignore', log, log],
    detached: true,
  });
  fs.closeSync(log);
  server.once('error', () => undefined);
  server.unref();
  if (server.pid === undefined) throw new Error(`The engine's program ${options.server} cannot be run.`);
  return server.pid;
}

/** Waits until the server answers; `isAlive` tells whether waiting still makes sense. */
export async function connectToEngine(
  address: string,
  isAlive: () => boolean,
  patienceMs = 60_000,
): Promise<Connection> {
  const until = Date.now() + patienceMs;
  for (;;) {
    try {
      return await Connection.connect({ address, connectTimeout: 1000 });
    } catch (error) {
      if (!isAlive()) throw new Error('The engine ended while starting.');
      if (Date.now() > until) throw new Error(`The engine at ${address} does not answer: ${(error as Error).message}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function dynamicConfig({ timeSkipping, settings = {} }: EngineOptions): string {
  const values: Record<string, boolean | number> = {
    'frontend.WorkflowTimeSkippingEnabled': timeSkipping,
    // A search attribute registered a moment ago can be used at once.
    'system.forceSearchAttributesCacheRefreshOnRead': timeSkipping,
    ...settings,
  };
  return Object.entries(values)
    .map(([name, value]) => `${name}:\n  - value: ${value}\n`)
    .join('');
}

function environment({ store, ports, timeSkipping }: EngineOptions, settings: string): Record<string, string> {
  return {
    TZ: 'UTC',
    DB: 'postgres12_pgx',
    POSTGRES_SEEDS: store.host,
    DB_PORT: String(store.port),
    POSTGRES_USER: store.user,
    POSTGRES_PWD: store.password,
    // Fixed for the life of the database. Production takes more; see docker-compose.yml.
    NUM_HISTORY_SHARDS: '4',
    SQL_MAX_CONNS: '20',
    SQL_VIS_MAX_CONNS: '10',
    BIND_ON_IP: '127.0.0.1',
    LOG_LEVEL: timeSkipping ? 'error' : 'warn',
    DYNAMIC_CONFIG_FILE_PATH: settings,
    FRONTEND_GRPC_PORT: String(ports.frontend),
    FRONTEND_HTTP_PORT: String(ports.http),
    HISTORY_GRPC_PORT: String(ports.history),
    MATCHING_GRPC_PORT: String(ports.matching),
    WORKER_GRPC_PORT: String(ports.worker),
    FRONTEND_MEMBERSHIP_PORT: String(ports.frontendMembership),
    HISTORY_MEMBERSHIP_PORT: String(ports.historyMembership),
    MATCHING_MEMBERSHIP_PORT: String(ports.matchingMembership),
    WORKER_MEMBERSHIP_PORT: String(ports.workerMembership),
  };
}
