import path from 'node:path';
import { processIdentity, workingFolder } from '../bootstrap/processIdentity.mjs';
import { ensureEngine } from '../engine/ensureEngine.ts';
import { areEngineDatabasesReady, prepareEngineDatabases } from '../engine/prepareEngineDatabases.ts';
import { prepareNamespace } from '../engine/prepareNamespace.ts';
import { connectToEngine, startEngine, type EngineOptions } from '../engine/startEngine.ts';
import type { RunningPostgres } from '../postgres/startPostgres.ts';
import { endProcess } from '../processes/endProcess.ts';
import { portHolderPid } from '../processes/portHolder.ts';
import { keepServer } from '../processes/keepServer.ts';
import { logFile, step, type Launch } from './launch.ts';
import { requireFreePort } from './requireFreePort.ts';

const stopPatienceMs = 10_000;

/** Starts the Temporal server on our Postgres, or takes over the one a killed start left, and keeps it running. */
export async function startDevelopmentEngine(launch: Launch, postgres: RunningPostgres): Promise<void> {
  const found = await ensureEngine(launch.env, launch.say);
  if (!found.ok) throw new Error(found.why);
  const options: EngineOptions = {
    server: found.programs.server,
    store: {
      host: '127.0.0.1',
      port: postgres.port,
      user: 'temporal',
      password: launch.secrets.enginePassword,
    },
    ports: launch.ports.engine,
    dir: path.join(launch.dataDir, 'engine'),
    logFile: logFile(launch, 'engine'),
    timeSkipping: true,
  };
  const address = developmentEngineAddress(launch);
  const adminUrl = postgres.url('postgres');
  const left = await leftRunning(launch, address, adminUrl);
  const pid = await step(
    launch,
    'Engine',
    async () => {
      if (left !== undefined) return left;
      await endUnrecordedEngine(options);
      await requireFreePorts(options);
      await prepareEngineDatabases(found.programs.sqlTool, adminUrl, options.store);
      return startAndConnect(launch, options, address);
    },
    () => `${left === undefined ? 'started' : 'was still running'} on ${address}`,
  );
  const kept = keepServer('engine', pid, launch.record, launch.say, () => startAndConnect(launch, options, address));
  launch.stops.push(async () => {
    await kept.release();
    await endRecordedEngine(launch);
  });
}

export function developmentEngineAddress({ ports }: Launch): string {
  return `127.0.0.1:${ports.engine.frontend}`;
}

/** Makes the namespace ready on whatever engine there is. */
export async function prepareEngineNamespace(address: string, namespace: string): Promise<void> {
  const connection = await connectToEngine(address, () => true, 20_000);
  await prepareNamespace(connection, namespace);
  await connection.close();
}

async function startAndConnect(launch: Launch, options: EngineOptions, address: string): Promise<number> {
  const pid = startEngine(options);
  // At once, before it answers: a kill of this process would otherwise leave one nobody knows of.
  launch.record.add('engine', pid);
  const connection = await connectToEngine(address, () => processIdentity(pid) !== undefined).catch((error: Error) => {
    throw new Error(`${error.message} Its log is ${options.logFile}.`);
  });
  await connection.close();
  return pid;
}

/** The engine of a start that was killed, if it is well: it answers where we expect it, on databases of today's schema. */
async function leftRunning(launch: Launch, address: string, adminUrl: string): Promise<number | undefined> {
  const recorded = launch.record.find('engine');
  if (!recorded) return undefined;
  try {
    if (!(await areEngineDatabasesReady(adminUrl))) throw new Error('other schema');
    const connection = await connectToEngine(address, () => true, 2000);
    await connection.close();
    return recorded.pid;
  } catch {
    await endRecordedEngine(launch);
    return undefined;
  }
}

async function endRecordedEngine(launch: Launch): Promise<void> {
  const recorded = launch.record.find('engine');
  if (recorded) await endProcess(recorded.pid, recorded.identity, stopPatienceMs);
  launch.record.remove('engine');
}

/** One that a kill separated from us before it could be recorded works in our folder, which no other engine does. */
async function endUnrecordedEngine({ ports, dir }: EngineOptions): Promise<void> {
  const pid = portHolderPid(ports.frontend);
  const identity = pid !== undefined && workingFolder(pid) === dir ? processIdentity(pid) : undefined;
  if (pid !== undefined && identity !== undefined) await endProcess(pid, identity, stopPatienceMs);
}

async function requireFreePorts({ ports }: EngineOptions): Promise<void> {
  for (const [name, port] of Object.entries(ports) as [string, number][]) {
    const variable = `MARAC_ENGINE_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}_PORT`;
    await requireFreePort(`The engine (${name})`, variable, port);
  }
}
