import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';

/** How long one skip may take on this machine before something is taken to be stuck. */
const deadlineMs = 120_000;

/**
 * Sends the clocks of workflows forward side by side by so many seconds: their timers fire in order, with everything
 * they do, at the times at which they would have fired. Fails where a workflow ends before, or gets stuck.
 */
export async function sendForward(
  address: string,
  namespace: string,
  workflowIds: readonly string[],
  seconds: number,
): Promise<void> {
  const connection = await Connection.connect({ address });
  try {
    await Promise.all(workflowIds.map((workflowId) => sendOneForward(connection, namespace, workflowId, seconds)));
  } finally {
    await connection.close();
  }
}

async function sendOneForward(connection: Connection, namespace: string, workflowId: string, seconds: number) {
  const service = connection.workflowService;
  const workflowExecution = { workflowId };
  const id = randomUUID();
  await service.updateWorkflowExecutionOptions({
    namespace,
    workflowExecution,
    workflowExecutionOptions: {
      timeSkippingConfig: { enabled: true, fastForwardConfig: { id, duration: msToTs(seconds * 1000) } },
    },
    updateMask: { paths: ['time_skipping_config'] },
  });
  const deadline = Date.now() + deadlineMs;
  for (;;) {
    const left = deadline - Date.now();
    if (left <= 0) throw new Error(`The clock of ${workflowId} did not arrive ${seconds} seconds on.`);
    const poll = { namespace, workflowExecution, fastForwardId: id };
    const { failedReason, fastForwardInfo } = await connection.withDeadline(Date.now() + left, () =>
      service.pollWorkflowExecutionTimeSkipping(poll),
    );
    if (failedReason) throw new Error(`The clock of ${workflowId} stopped: ${failedReason}`);
    if (fastForwardInfo?.hasCompleted) return;
    await pause(20);
  }
}
