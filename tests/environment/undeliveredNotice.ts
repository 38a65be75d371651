import { randomUUID } from 'node:crypto';
import { newId } from '../../platform/ids.ts';
import type { TestProduct } from './startWorkerForTest.ts';

interface Recipient {
  readonly caseId: string;
  readonly recipientId: string;
  readonly asRole: string;
}

/** A reminder about a case that did not get through to somebody; gives its id. */
export async function undeliveredNotice(
  { store, clock }: Pick<TestProduct, 'store' | 'clock'>,
  to: Recipient,
): Promise<string> {
  const at = new Date(clock.now());
  const written = {
    key: randomUUID(),
    code: 'dueDay',
    data: {},
    messageId: randomUUID(),
    createdAt: at,
    notBefore: at,
  };
  const { id } = await store.prisma.notice.create({
    data: { id: newId(), ...to, ...written, status: 'undelivered' },
  });
  return id;
}
