import { setTimeout as pause } from 'node:timers/promises';
import { sendAgain } from './sendAgain.ts';
import type { TestProduct } from './startWorkerForTest.ts';

/** Long enough for a calendar of a year on a crowded machine: how soon they answer is no test's business. */
const deadlineMs = 120_000;

/** Until every command that was staged has its answer, however slow the machine: sent again as the reconciler does. */
export async function everybodyAnswers(product: TestProduct): Promise<void> {
  const deadline = Date.now() + deadlineMs;
  for (;;) {
    const waiting = await product.store.prisma.command.findMany({
      where: { status: 'staged' },
      select: { type: true },
    });
    if (waiting.length === 0) return;
    if (Date.now() > deadline)
      throw new Error(`Commands wait and nobody answers them: ${waiting.map(({ type }) => type).join(', ')}`);
    await sendAgain(product);
    await pause(100);
  }
}
