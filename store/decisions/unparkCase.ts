import type { Tx } from '../prismaClient.ts';

/** Takes the mark of something parked off a case in which no parked command is left. */
export async function unparkCase(tx: Tx, caseId: string): Promise<void> {
  const [marked] = await tx.$queryRaw<{ parked: boolean }[]>`
    SELECT parked FROM "case" WHERE id = ${caseId}::uuid AND parked FOR UPDATE`;
  if (!marked) return;
  // Under the lock of the row: whoever parks a command meanwhile marks the case again after this.
  const left = await tx.command.count({ where: { caseId, status: 'parked' } });
  if (left === 0) await tx.case.update({ where: { id: caseId }, data: { parked: false } });
}
