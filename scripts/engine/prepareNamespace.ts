import type { Connection } from '@temporalio/client';

/** What the engine may be asked to search cases by: opaque codes only. */
const searchAttributes = ['CaseArea', 'CaseStage'];
/** Numbers of the engine's protocol: a value compared whole, and the answer to registering a name twice. */
const keyword = 2;
const alreadyExists = 6;

/** Creates the namespace with its search attributes where missing and waits until both can be used; repeatable. */
export async function prepareNamespace(connection: Connection, namespace: string): Promise<void> {
  await connection.workflowService
    .registerNamespace({ namespace, workflowExecutionRetentionPeriod: { seconds: (30 * 86_400) as never } })
    .catch((error: { code?: number }) => {
      if (error.code !== alreadyExists) throw error;
    });
  const wanted = Object.fromEntries(searchAttributes.map((name) => [name, keyword]));
  await untilItWorks(async () => {
    const known = await connection.operatorService.listSearchAttributes({ namespace });
    const missing = Object.keys(wanted).filter((name) => known.customAttributes?.[name] === undefined);
    if (missing.length > 0) {
      await connection.operatorService.addSearchAttributes({ namespace, searchAttributes: wanted });
    }
  });
  // The server learns of a new namespace a moment later than it says so.
  await untilItWorks(() =>
    connection.workflowService.listWorkflowExecutions({ namespace, pageSize: 1, query: 'CaseStage = "none"' }),
  );
}

async function untilItWorks(attempt: () => Promise<unknown>, patienceMs = 30_000): Promise<void> {
  const until = Date.now() + patienceMs;
  for (;;) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
