import type { Tx } from '../prismaClient.ts';

/** Whether there is such a message, and of which case it speaks; null where there is none. */
export async function noticeCase(tx: Tx, id: string): Promise<{ readonly caseId: string | null } | null> {
  return tx.notice.findUnique({ where: { id }, select: { caseId: true } });
}
