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
    const schedule = new Client({ connection, namespace: engine.namespace }).schedule.getHandle('meetingCalendar');
    await untilTrue(
      'the calendar of meetings is made',
      async () => {
        const { info } = await schedule.describe();
        return info.recentActions.length > 0 && info.runningActions.length === 0;
      },
      240_000,
    );
  } finally {
    await connection.close();
  }
}
