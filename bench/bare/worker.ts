import { fileURLToPath } from 'node:url';
import { NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { workflowsInMemory } from '../../platform/configValues.ts';
import { bareActivities } from './activities.ts';

// The worker of the bare side, a process of its own with the settings of the product's.
const { TEMPORAL_ADDRESS = '', TEMPORAL_NAMESPACE = '', TASK_QUEUE = '' } = process.env;
Runtime.install({ shutdownSignals: ['SIGINT', 'SIGTERM'] });
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address: TEMPORAL_ADDRESS }),
  namespace: TEMPORAL_NAMESPACE,
  taskQueue: TASK_QUEUE,
  workflowsPath: fileURLToPath(new URL('workflows.ts', import.meta.url)),
  activities: bareActivities,
  maxCachedWorkflows: workflowsInMemory,
  maxConcurrentLocalActivityExecutions: 24,
});
await worker.run();
