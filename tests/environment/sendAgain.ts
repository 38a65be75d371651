import { resendUnresolved } from '../../usecases/resendUnresolved.ts';
import type { TestProduct } from './startWorkerForTest.ts';

/** The clock of a test stands still, while what a workflow stages carries the time there is: all of it is sent again. */
const aDay = 86_400;

/** Sends everything again that has no answer yet, once, as the reconciler does when it comes by. */
export async function sendAgain(product: TestProduct): Promise<void> {
  await resendUnresolved(product, -aDay);
}
