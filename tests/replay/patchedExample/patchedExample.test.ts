import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { Client } from '@temporalio/client';
import { bundleWorkflowCode, NativeConnection, Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createDataConverter } from '../../../platform/payloadCodec.ts';
import '../../environment/testEnvironment.ts';
import type { RecordedHistory } from '../../histories/recordedHistory.ts';
import { testKeyRing } from '../../histories/testKeyRing.ts';
import { asWorkflow } from '../asWorkflow.ts';
import { quietEngine } from '../quietEngine.ts';
import { replayEach } from '../replayEach.ts';
import type * as reminders from './reminder.ts';

type Step = keyof typeof reminders;

const silent = { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} };
const ran: Step[] = ['reminderAsReleased', 'reminderPatched', 'reminderDeprecated'];
const histories = new Map<Step, RecordedHistory>();
let bundle: { readonly code: string };
let connection: NativeConnection;

beforeAll(async () => {
  quietEngine();
  bundle = await bundleWorkflowCode({ workflowsPath: path.join(import.meta.dirname, 'reminder.ts'), logger: silent });
  connection = await NativeConnection.connect({ address: inject('temporalAddress') });
  await liveThrough(ran);
});
afterAll(() => connection?.close());

/** Lets one reminder of each step run to its end on the real engine and keeps its history. */
async function liveThrough(steps: readonly Step[]): Promise<void> {
  const [namespace, taskQueue] = [inject('temporalNamespace'), `patched-${randomUUID()}`];
  const dataConverter = createDataConverter(testKeyRing);
  const activities: reminders.ReminderActivities = { note: async () => {}, tell: async () => {} };
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue,
    dataConverter,
    workflowBundle: bundle,
    activities: { ...activities },
  });
  const client = new Client({ connection, namespace, dataConverter });
  await worker.runUntil(async () => {
    for (const step of steps) {
      const workflowId = `reminder/${randomUUID()}`;
      const handle = await client.workflow.start(step, { workflowId, taskQueue });
      await handle.result();
      histories.set(step, { name: step, workflowId, history: await handle.fetchHistory() });
    }
  });
}

/** Whether the code of one step does again what another step did. */
async function replays(lived: Step, code: Step): Promise<boolean> {
  const history = histories.get(lived);
  if (!history) throw new Error(`${lived} was not lived through`);
  for await (const { error } of replayEach(bundle, [asWorkflow(history, code)])) return error === undefined;
  throw new Error('Nothing was replayed');
}

describe('changing the order of a released workflow', () => {
  it('breaks those under way when it is done without a patch', async () => {
    expect(await replays('reminderAsReleased', 'reminderAsReleased')).toBe(true);
    expect(await replays('reminderAsReleased', 'reminderCareless')).toBe(false);
  });

  it('leaves those under way in their order when it is patched', async () => {
    expect(await replays('reminderAsReleased', 'reminderPatched')).toBe(true);
    expect(await replays('reminderPatched', 'reminderPatched')).toBe(true);
  });

  it('cannot be taken back once workflows have begun with it', async () => {
    expect(await replays('reminderPatched', 'reminderAsReleased')).toBe(false);
  });

  it('may be deprecated only when none of the old order is left', async () => {
    expect(await replays('reminderPatched', 'reminderDeprecated')).toBe(true);
    expect(await replays('reminderAsReleased', 'reminderDeprecated')).toBe(false);
  });

  it('may be forgotten only when none of the first patched ones is left', async () => {
    expect(await replays('reminderDeprecated', 'reminderFinished')).toBe(true);
    expect(await replays('reminderPatched', 'reminderFinished')).toBe(false);
  });
});
