import { sendAgain } from './sendAgain.ts';
import type { TestProduct } from './startWorkerForTest.ts';

/** Until every command that was staged has its answer, however slow the machine: sent again as the reconciler does. */
export async function everybodyAnswers(product: TestProduct): Promise<void> {
  const waits = () => product.store.prisma.command.count({ where: { status: 'staged' } });
  for (let round = 0; (await waits()) > 0; round += 1) {
    if (round === 10) throw new Error('Commands wait and nobody answers them.');
    await sendAgain(product);
  }
}
