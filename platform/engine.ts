import { setTimeout as wait } from 'node:timers/promises';
import {
  Client,
  Connection,
  isGrpcServiceError,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { ApplicationFailure } from '@temporalio/common';
import { workflowIdOf } from '../contracts/workflowIds.ts';
import type { CommandAnswer } from '../domain/lifecycle/command.ts';
import type { MatterType } from '../domain/matters/matter.ts';
import {
  busy,
  type CaseStart,
  commandUpdate,
  type MatterCommand,
  type MeetingStart,
  mostEventsOfARun,
} from '../workflows/messages.ts';

export interface SendOptions {
  /** What kind of matter the command is for; left out: a case. */
  readonly about?: MatterType;
  /** Whether this is the command a matter begins with, so that its workflow may have to be started. */
  readonly start: boolean;
  /** What the workflow of a case that has ended begins again with; left out: from nothing. */
  readonly from?: Pick<CaseStart, 'epoch' | 'state'>;
  /** The same for every repeat of the same command. */
  readonly updateId: string;
  /** How long to wait for an answer, in milliseconds. */
  readonly timeoutMs: number;
}

/**
 * An answer; `pending` where none came in time, for whatever reason, so that somebody has to ask again; `gone` where
 * the case has no workflow that runs.
 */
export type Sent = CommandAnswer | 'pending' | 'gone';

/** The engine as use cases know it: a place that answers commands about matters. */
export interface Engine {
  sendCommand(matterId: string, command: MatterCommand, options: SendOptions): Promise<Sent>;
  /** Whether the engine answers at all. */
  isReachable(): Promise<boolean>;
  close(): Promise<void>;
}

export interface EngineOptions {
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly dataConverter: DataConverter;
  /** Told of failures that are nobody's refusal and not the network's either. */
  readonly onUnexpected: (error: unknown, commandId: string) => void;
}

const firstPauseMs = 40;
const resourceExhausted = 8;
/** The engine's own word for an update that no worker got round to taking or refusing: nothing has happened. */
const unprocessed = 'UnprocessedUpdate';

/** The engine over Temporal. Connects when it is first needed, so that a process may start while the engine is down. */
export function createEngine(options: EngineOptions): Engine {
  const connection = Connection.lazy({ address: options.address });
  const { namespace, dataConverter } = options;
  const client = new Client({ connection, namespace, dataConverter });
  return {
    sendCommand: (matterId, command, send) => sendUntilHeard(client, options, matterId, command, send),
    isReachable: () =>
      connection
        .withDeadline(Date.now() + 2_000, () => connection.workflowService.describeNamespace({ namespace }))
        .then(
          () => true,
          () => false,
        ),
    close: () => connection.close(),
  };
}

/** Sends until the case has heard it: a crowded or draining case sends a command back without remembering it. */
async function sendUntilHeard(
  client: Client,
  options: EngineOptions,
  matterId: string,
  command: MatterCommand,
  send: SendOptions,
): Promise<Sent> {
  const deadline = Date.now() + send.timeoutMs;
  for (let pause = firstPauseMs; ; pause *= 2) {
    try {
      return await client.withDeadline(deadline, () => execute(client, options.taskQueue, matterId, command, send));
    } catch (error) {
      if (!isBusy(error)) return whatBecame(error, options, command.commandId);
    }
    const spread = pause * (0.5 + Math.random());
    if (Date.now() + spread >= deadline) return 'pending';
    await wait(spread);
  }
}

function execute(
  client: Client,
  taskQueue: string,
  matterId: string,
  command: MatterCommand,
  { about = 'case', start, from, updateId }: SendOptions,
): Promise<CommandAnswer> {
  const workflowId = workflowIdOf(about, matterId);
  if (!start) {
    return client.workflow.getHandle(workflowId).executeUpdate(commandUpdate, { args: [command], updateId });
  }
  const afresh = { epoch: 1, state: null, mostEvents: mostEventsOfARun };
  const first: CaseStart | MeetingStart =
    about === 'meeting' ? { meetingId: matterId, ...afresh } : { caseId: matterId, ...afresh, ...from };
  const startWorkflowOperation = new WithStartWorkflowOperation(about === 'meeting' ? 'maracMeeting' : 'maracCase', {
    workflowId,
    taskQueue,
    args: [first],
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
  return client.workflow.executeUpdateWithStart(commandUpdate, { args: [command], updateId, startWorkflowOperation });
}

function isBusy(error: unknown): boolean {
  if (isGrpcServiceError(error)) return error.code === (resourceExhausted as typeof error.code);
  if (!(error instanceof WorkflowUpdateFailedError)) return false;
  if (!(error.cause instanceof ApplicationFailure)) return false;
  return error.cause.type === busy || error.cause.type === unprocessed;
}

function whatBecame(error: unknown, options: EngineOptions, commandId: string): Sent {
  if (error instanceof WorkflowNotFoundError) return 'gone';
  // A parked command or a bug: the command's row stays unanswered, and both are visible as exceptions.
  if (error instanceof WorkflowUpdateFailedError) options.onUnexpected(error.cause, commandId);
  return 'pending';
}
