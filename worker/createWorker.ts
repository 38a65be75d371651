import { fileURLToPath } from 'node:url';
import { Client } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { NativeConnection, Worker } from '@temporalio/worker';
import { createActivities } from '../activities/createActivities.ts';
import type { ActivityDependencies } from '../activities/dependencies.ts';

export interface WorkerOptions {
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly dataConverter: DataConverter;
  /** A file of workflow code bundled beforehand; without it the code is bundled now. */
  readonly bundlePath: string | undefined;
  readonly store: ActivityDependencies['store'];
  readonly tools: ActivityDependencies['tools'];
  readonly anchorFile: ActivityDependencies['anchorFile'];
  readonly reconciling: ActivityDependencies['reconciling'];
  /** Workflows kept in memory; the rest are replayed when they are needed. */
  readonly workflowsInMemory: number;
}

export interface RunningWorker {
  readonly client: Client;
  /** Settles when the worker has stopped; rejects where it stopped by a fault. */
  readonly stopped: Promise<void>;
  stop(): Promise<void>;
}

/** Decisions recorded at once; each holds a connection while it is recorded. */
export const decisionsAtOnce = 24;

/** Starts a worker: cases and repeat watches, with their activities on one store. */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { address, namespace, taskQueue, dataConverter, store, tools, anchorFile, reconciling } = options;
  const connection = await NativeConnection.connect({ address });
  const client = new Client({ connection, namespace, dataConverter });
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue,
    dataConverter,
    ...workflowCode(options.bundlePath),
    activities: createActivities({ store, tools, client, taskQueue, anchorFile, reconciling }),
    maxCachedWorkflows: options.workflowsInMemory,
    maxConcurrentLocalActivityExecutions: decisionsAtOnce,
    // A sign of life is passed on at once: by the library's own measure it might come too late in a crowd.
    maxHeartbeatThrottleInterval: '5 seconds',
    shutdownGraceTime: '10 seconds',
  });
  const stopped = worker.run();
  const stop = async () => {
    if (worker.getState() === 'RUNNING') worker.shutdown();
    await stopped;
    await connection.close();
  };
  let stopping: Promise<void> | undefined;
  return { client, stopped, stop: () => (stopping ??= stop()) };
}

function workflowCode(bundlePath: string | undefined) {
  if (bundlePath !== undefined) return { workflowBundle: { codePath: bundlePath } };
  return { workflowsPath: fileURLToPath(new URL('../workflows/index.ts', import.meta.url)) };
}
