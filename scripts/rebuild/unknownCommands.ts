import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { decodeArrayFromPayloads } from '@temporalio/common/lib/internal-non-workflow/index.js';
import type { Store } from '../../store/prismaClient.ts';
import { knownCommands } from '../../store/rebuild/knownCommands.ts';
import type { MatterCommand } from '../../workflows/messages.ts';
import { isOfCalendar } from './isOfCalendar.ts';

/** A command that a case or meeting has accepted and that is not on record: somebody has to enter it again. */
export interface UnknownCommand {
  readonly commandId: string;
  readonly type: string;
  readonly occurredAt: string;
}

/**
 * The commands the engine took for a case or meeting and Postgres has no row of, because it was restored to an earlier moment.
 * What the calendar of meetings sent is left out: it is made again every night.
 * Goes back through the runs of the workflow, those that were put an end to as well, until one holds commands and all
 * of them are known.
 */
export async function unknownCommands(
  { store, client }: { readonly store: Store; readonly client: Client },
  workflowId: string,
): Promise<readonly UnknownCommand[]> {
  const found = new Map<string, UnknownCommand>();
  for (const runId of await runsOf(client, workflowId)) {
    const commands = await acceptedIn(client, workflowId, runId);
    const known = await knownCommands(store.prisma, [...commands.keys()]);
    for (const command of commands.values()) {
      const { commandId, type, occurred } = command;
      if (!known.has(commandId) && !isOfCalendar(command))
        found.set(commandId, { commandId, type, occurredAt: occurred.at });
    }
    if (commands.size > 0 && known.size === commands.size) break;
  }
  return [...found.values()].toSorted((a, b) => (a.commandId < b.commandId ? -1 : 1));
}

/** The runs of a workflow that the engine still remembers, the latest first. */
async function runsOf(client: Client, workflowId: string): Promise<readonly string[]> {
  const runs: { readonly runId: string; readonly startTime: Date }[] = [];
  for await (const run of client.workflow.list({ query: `WorkflowId = '${workflowId}'` })) runs.push(run);
  return runs.toSorted((a, b) => b.startTime.getTime() - a.startTime.getTime()).map(({ runId }) => runId);
}

/** The commands a run accepted, by id. */
async function acceptedIn(client: Client, workflowId: string, runId: string) {
  const commands = new Map<string, MatterCommand>();
  for (const event of await eventsOf(client, workflowId, runId)) {
    const input = event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input;
    if (input?.name !== 'command') continue;
    const [command] = await decodeArrayFromPayloads(client.options.loadedDataConverter, input.args?.payloads);
    const { commandId } = command as MatterCommand;
    commands.set(commandId, command as MatterCommand);
  }
  return commands;
}

async function eventsOf(client: Client, workflowId: string, runId: string) {
  try {
    const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    return events ?? [];
  } catch (error) {
    // So long ago that the engine has forgotten it meanwhile.
    if (error instanceof WorkflowNotFoundError) return [];
    throw error;
  }
}
