import { randomBytes, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { DataConverter } from '@temporalio/common';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { inject } from 'vitest';
import { seedDevelopment } from '../../dev/seedDevelopment.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { movableClock, type MovableClock } from '../../platform/clock.ts';
import type { KeyRing } from '../../platform/configValues.ts';
import { createEngine, type Engine } from '../../platform/engine.ts';
import { createLog } from '../../platform/log.ts';
import { createDataConverter } from '../../platform/payloadCodec.ts';
import { createSealing } from '../../platform/sealing.ts';
import { createStore, type Store } from '../../store/prismaClient.ts';
import type { Dependencies } from '../../usecases/dependencies.ts';
import { type RunningWorker, startWorker } from '../../worker/createWorker.ts';
import { recordingTools } from './caseInStore.ts';
import { createTestDatabase } from './createTestDatabase.ts';
import './testEnvironment.ts';

/** A worker of a test's own on the run's real engine, with a seeded database and a clock that the test may move. */
export interface TestProduct extends Dependencies {
  readonly store: Store;
  readonly engine: Engine;
  readonly clock: MovableClock;
  readonly databaseUrl: string;
  readonly taskQueue: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  readonly worker: RunningWorker;
  /** With which a test reads what its workflows say. */
  readonly dataConverter: DataConverter;
  /** Where the tip of the audit's chain is kept. */
  readonly anchorFile: string;
  stop(): Promise<void>;
}

export interface TestProductOptions {
  readonly now?: IsoInstant;
  /** Workflows kept in the worker's memory; 0 makes every step a replay. */
  readonly workflowsInMemory?: number;
}

/** What a worker says of itself is no part of a test's report. */
function quietRuntime(): void {
  if (!Runtime._instance) Runtime.install({ logger: new DefaultLogger('ERROR', () => undefined) });
}

/** Starts the worker side of the product for one test file. */
export async function startWorkerForTest(options: TestProductOptions = {}): Promise<TestProduct> {
  quietRuntime();
  const database = await createTestDatabase();
  const clock = movableClock(options.now ?? new Date().toISOString());
  const owner = createStore(database.ownerUrl, { max: 2 });
  await seedDevelopment(owner, clock.now());
  await owner.close();
  const store = createStore(database.url, { max: 12 });
  const taskQueue = `test-${randomUUID()}`;
  const address = inject('temporalAddress');
  const namespace = inject('temporalNamespace');
  const log = createLog('test', { level: 'silent', development: false });
  const dataConverter = createDataConverter(aKeyRing());
  const engine = createEngine({ address, namespace, taskQueue, dataConverter, onUnexpected: () => undefined });
  const sealing = createSealing({ contentWrappingKeys: aKeyRing(), matchKey: randomBytes(32) });
  const anchorFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'marac-anchor-'));
  const anchorFile = path.join(anchorFolder, 'audit-anchor.jsonl');
  const dependencies: Dependencies = { store, sealing, engine, clock, log, mailHost: 'marac.example' };
  const worker = await startWorker({
    address,
    namespace,
    taskQueue,
    dataConverter,
    bundlePath: inject('workflowBundlePath'),
    store,
    tools: await recordingTools(store),
    anchorFile,
    reconciling: dependencies,
    workflowsInMemory: options.workflowsInMemory ?? 100,
  });
  return {
    ...dependencies,
    clock,
    databaseUrl: database.url,
    taskQueue,
    temporalAddress: address,
    namespace,
    worker,
    dataConverter,
    anchorFile,
    stop: async () => {
      await worker.stop();
      await engine.close();
      await store.close();
      await database.drop();
      fs.rmSync(anchorFolder, { recursive: true, force: true });
    },
  };
}

function aKeyRing(): KeyRing {
  return [{ id: 'test', key: new Uint8Array(randomBytes(32)) }];
}
