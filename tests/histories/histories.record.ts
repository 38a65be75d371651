import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import type { TestProduct } from '../environment/startWorkerForTest.ts';
import type { Life } from './life.ts';
import { faultLives } from './lives/faults.ts';
import { meetingLives } from './lives/meeting.ts';
import { livesOfAll } from './lives/all.ts';
import { livesOfMeetings } from './lives/sittings.ts';
import { referralLives } from './lives/referral.ts';
import { supportLives } from './lives/support.ts';
import { productForRecording } from './productForRecording.ts';
import { keepHistory } from './recordedHistory.ts';

// Lives every kind of case on the real engine and keeps what the engine wrote, under the release it was written by.
const { version } = packageJson;
const lives: readonly Life[] = [...referralLives, ...meetingLives, ...livesOfMeetings, ...supportLives, ...faultLives];
let product: TestProduct;

beforeAll(async () => {
  product = await productForRecording();
});
afterAll(() => product?.stop());

describe.concurrent('the histories of cases and meetings', () => {
  for (const life of lives) it(life.name, () => recorded(life));
});

describe('the histories of what concerns all cases', () => {
  for (const life of livesOfAll) it(life.name, () => recorded(life));
});

async function recorded(life: Life): Promise<void> {
  const workflows = await life.live(product);
  for (const [name, workflowId] of Object.entries(workflows)) await keepRuns(name, workflowId);
}

/** Forgets the runs kept under a name before: there may have been more of them. */
function forget(name: string): void {
  const folder = path.join(import.meta.dirname, version);
  const kept = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  const ofName = kept.filter((file) => file === `${name}.json.gz` || file.startsWith(`${name}.before-`));
  for (const file of ofName) fs.rmSync(path.join(folder, file));
}

/** Keeps every run of a workflow, the latest without a number, those it went on from counted backwards. */
async function keepRuns(name: string, workflowId: string): Promise<void> {
  forget(name);
  const { workflow } = product.worker.client;
  let runId: string | null | undefined;
  for (let before = 0; ; before += 1) {
    const history = await workflow.getHandle(workflowId, runId ?? undefined).fetchHistory();
    // Of a run that has done nothing yet there is nothing to replay, and the library would wait for it for ever.
    if (!history.events?.some((event) => event.workflowTaskCompletedEventAttributes))
      throw new Error(`${name} has not begun.`);
    await keepHistory(`${version}/${name}${before === 0 ? '' : `.before-${before}`}`, workflowId, history);
    runId = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
    if (!runId) return;
  }
}
