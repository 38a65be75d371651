import path from 'node:path';
import { processIdentity } from '../../../scripts/bootstrap/processIdentity.mjs';
import type { EnginePrograms } from '../../../scripts/engine/enginePrograms.ts';
import { freeEnginePorts } from '../../../scripts/engine/enginePorts.ts';
import { prepareEngineDatabases, type EngineStore } from '../../../scripts/engine/prepareEngineDatabases.ts';
import { prepareNamespace } from '../../../scripts/engine/prepareNamespace.ts';
import { connectToEngine, startEngine, type EngineOptions } from '../../../scripts/engine/startEngine.ts';
import type { ScratchGuard } from '../../../scripts/processes/guardScratch.ts';
import type { OwnCluster } from './ownCluster.ts';
import { untilTrue } from './untilTrue.ts';

/** The Temporal server on a Postgres of its own, which a test may kill and start. */
export interface OwnEngine {
  readonly address: string;
  readonly namespace: string;
  /** Starts it, with settings of the server's own (`limit.…`) where they are given, and waits until it answers. */
  start(settings?: EngineOptions['settings']): Promise<void>;
  kill(): Promise<void>;
  isRunning(): boolean;
}

const namespace = 'marac';

/** Prepares the engine's databases on the cluster and starts the server. */
export async function startOwnEngine(
  programs: EnginePrograms,
  cluster: OwnCluster,
  folder: string,
  guard: ScratchGuard,
): Promise<OwnEngine> {
  const store: EngineStore = { host: '127.0.0.1', port: cluster.port, user: 'temporal', password: 'temporal' };
  await prepareEngineDatabases(programs.sqlTool, cluster.url('postgres'), store);
  const ports = await freeEnginePorts();
  const [dir, logFile] = [path.join(folder, 'engine'), path.join(folder, 'engine.log')];
  const address = `127.0.0.1:${String(ports.frontend)}`;
  let [pid, identity]: [number, string | undefined] = [0, undefined];
  const isRunning = () => identity !== undefined && processIdentity(pid) === identity;
  const start = async (settings: EngineOptions['settings'] = {}): Promise<void> => {
    pid = startEngine({ server: programs.server, store, ports, dir, logFile, timeSkipping: false, settings });
    identity = processIdentity(pid);
    guard.watch(pid, 'SIGKILL');
    const connection = await connectToEngine(address, isRunning);
    await connection.close();
  };
  await start({ 'system.forceSearchAttributesCacheRefreshOnRead': true });
  const connection = await connectToEngine(address, isRunning);
  await prepareNamespace(connection, namespace);
  await connection.close();
  return {
    address,
    namespace,
    start,
    isRunning,
    async kill() {
      if (!isRunning()) return;
      process.kill(pid, 'SIGKILL');
      await untilTrue('the engine is gone', () => !isRunning());
    },
  };
}
