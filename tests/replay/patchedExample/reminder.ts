import { deprecatePatch, patched, proxyLocalActivities, sleep } from '@temporalio/workflow';

// The example of docs/changing-workflows.md: one workflow through the four steps of a change of order. In the product
// all of these would be one function called `reminder`, release after release; here they stand side by side.

export interface ReminderActivities {
  note(): Promise<void>;
  tell(): Promise<void>;
}

const { note, tell } = proxyLocalActivities<ReminderActivities>({ startToCloseTimeout: '5 seconds' });
const change = 'tell-before-waiting';

/** As released: notes the duty, waits, then tells somebody. */
export async function reminderAsReleased(): Promise<void> {
  await note();
  await sleep('5 milliseconds');
  await tell();
}

/** The mistake: the order is changed for workflows, too, that are half way through. */
export async function reminderCareless(): Promise<void> {
  await note();
  await tell();
  await sleep('5 milliseconds');
}

/** Step 1: those that begin from now on tell before they wait; those under way end as they began. */
export async function reminderPatched(): Promise<void> {
  await note();
  if (patched(change)) {
    await tell();
    await sleep('5 milliseconds');
  } else {
    await sleep('5 milliseconds');
    await tell();
  }
}

/** Step 2, when no workflow of the old order is open or replayed any more: only the mark is kept. */
export async function reminderDeprecated(): Promise<void> {
  await note();
  deprecatePatch(change);
  await tell();
  await sleep('5 milliseconds');
}

/** Step 3, when no workflow of step 1 is open or replayed any more: nothing of the change is left to see. */
export async function reminderFinished(): Promise<void> {
  await note();
  await tell();
  await sleep('5 milliseconds');
}
