import { Client, Connection } from '@temporalio/client';
import type { ProductProcesses } from './startProduct.ts';
import { untilTrue } from './untilTrue.ts';

/**
 * Until a new product has made the calendar of meetings of every area: hundreds of commands that it begins with once,
 * by itself, and that would be measured with whatever comes first, or lost with a database that is put back.
 */
export async function calendarMade({ engine }: ProductProcesses): Promise<void> {
  const connection = await Connection.connect({ address: engine.address });
  try {
    const client = new Client({ connection, namespace: engine.namespace });
    const schedule = client.schedule.getHandle('meetingCalendar');
    const taken = async () =>
      (await schedule.describe()).info.recentActions.map(({ action }) => action.workflow.workflowId);
    await untilTrue('the calendar of meetings is begun', async () => (await taken()).length > 0, 240_000);
    // The schedule itself learns late that what it began is still at work.
    const atWork = async (workflowId: string) =>
      (await client.workflow.getHandle(workflowId).describe()).status.name === 'RUNNING';
    const allDone = async () => !(await Promise.all((await taken()).map(atWork))).includes(true);
    await untilTrue('the calendar of meetings is made', allDone, 240_000);
  } finally {
    await connection.close();
  }
}
