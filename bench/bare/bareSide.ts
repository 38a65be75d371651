import { randomUUID } from 'node:crypto';
import { Client, Connection, WithStartWorkflowOperation } from '@temporalio/client';
import { nodeProgram } from '../../tests/environment/programs/nodeProgram.ts';
import type { ProductProcesses } from '../../tests/environment/programs/startProduct.ts';
import type { Bench } from '../row.ts';
import { act, type bareTimer, type bareTimers } from './workflows.ts';

/** The engine alone, on the same server and database as the product's, with a worker of its own. */
export interface BareSide {
  readonly client: Client;
  /** Starts a workflow with its first update, answered; gives its id. */
  open(): Promise<string>;
  update(workflowId: string): Promise<void>;
  /** Starts a workflow with so many timers and its first update. */
  openWithTimers(dueInMs: readonly number[]): Promise<string>;
  /** Starts a timer for a moment; gives the workflow's id. */
  timer(due: number): Promise<string>;
  /** When the timer's moment was there. */
  cameAt(workflowId: string): Promise<number>;
}

const taskQueue = 'bare';

/** Starts the worker of the bare side and waits until it answers. */
export async function startBareSide(bench: Bench, { engine }: ProductProcesses): Promise<BareSide> {
  const { root, folder, guard } = bench;
  const env = {
    PATH: process.env['PATH'],
    TZ: 'UTC',
    TEMPORAL_ADDRESS: engine.address,
    TEMPORAL_NAMESPACE: engine.namespace,
    TASK_QUEUE: taskQueue,
  };
  const worker = nodeProgram({ name: 'bare', root, script: 'bench/bare/worker.ts', env, folder, guard });
  worker.start();
  const connection = await Connection.connect({ address: engine.address });
  const client = new Client({ connection, namespace: engine.namespace });
  bench.afterwards(async () => {
    await connection.close();
    await worker.kill();
  });
  const startedWith = async (workflowType: string, args: readonly unknown[]): Promise<string> => {
    const workflowId = `bare-${randomUUID()}`;
    const startWorkflowOperation = new WithStartWorkflowOperation(workflowType, {
      workflowId,
      taskQueue,
      args: [...args],
      workflowIdConflictPolicy: 'FAIL',
    });
    await client.workflow.executeUpdateWithStart(act, { startWorkflowOperation });
    return workflowId;
  };
  const side: BareSide = {
    client,
    open: () => startedWith('bareCase', []),
    openWithTimers: (...args: Parameters<typeof bareTimers>) => startedWith('bareTimers', args),
    update: async (workflowId) => void (await client.workflow.getHandle(workflowId).executeUpdate(act)),
    async timer(due) {
      const workflowId = `bare-${randomUUID()}`;
      await client.workflow.start<typeof bareTimer>('bareTimer', { workflowId, taskQueue, args: [due] });
      return workflowId;
    },
    cameAt: (workflowId) => client.workflow.getHandle<typeof bareTimer>(workflowId).result(),
  };
  await side.open();
  return side;
}
