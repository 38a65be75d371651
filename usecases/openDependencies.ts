import type { WallClock } from '../platform/clock.ts';
import type { RunningConfig } from '../platform/config.ts';
import { createEngine } from '../platform/engine.ts';
import type { Log } from '../platform/log.ts';
import { createDataConverter } from '../platform/payloadCodec.ts';
import { createSealing } from '../platform/sealing.ts';
import { createStore } from '../store/prismaClient.ts';
import type { Dependencies } from './dependencies.ts';

/**
 * Connections one process that answers people needs: one for each of 16 callers at once. A request holds one for a few
 * milliseconds, so that more wait in turn for less time than the database would lose by serving them all at once.
 */
const connections = 16;
/** Somebody waits: a statement that takes longer than this is given up. */
const statementTimeoutMs = 10_000;

/** Opens what use cases are given, once for a process; nothing is connected before it is needed. */
export function openDependencies(
  config: RunningConfig,
  clock: WallClock,
  log: Log,
): { readonly deps: Dependencies; readonly close: () => Promise<void> } {
  const store = createStore(config.databaseUrl, {
    max: connections,
    statementTimeoutMs,
    onBrokenConnection: (error) => log.warn({ err: error }, 'a connection to the database broke'),
  });
  const engine = createEngine({
    ...config.temporal,
    dataConverter: createDataConverter(config.payloadKeys),
    onUnexpected: (error, commandId) => log.error({ err: error, commandId }, 'a command was not decided'),
  });
  const mailHost = new URL(config.publicUrl).hostname;
  const deps: Dependencies = { store, sealing: createSealing(config), engine, clock, log, mailHost };
  return {
    deps,
    close: async () => {
      await engine.close();
      await store.close();
    },
  };
}
