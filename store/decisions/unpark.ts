import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import type { TableName } from '../projection/writeSet.ts';

/** Takes the mark of something parked off a matter in which no parked command is left. */
export async function unpark(tx: Tx, table: TableName, id: string): Promise<void> {
  const rows = Prisma.raw(`"${table}"`);
  const [marked] = await tx.$queryRaw<{ parked: boolean }[]>`
    SELECT parked FROM ${rows} WHERE id = ${id}::uuid AND parked FOR UPDATE`;
  if (!marked) return;
  // Under the lock of the row: whoever parks a command meanwhile marks the matter again after this.
  const left = await tx.command.count({ where: { caseId: id, status: 'parked' } });
  if (left === 0) await markParked(tx, table, id, false);
}

/** Marks a matter as one in which something is parked, or takes the mark off. */
export async function markParked(tx: Tx, table: TableName, id: string, parked: boolean): Promise<void> {
  await tx.$executeRaw`UPDATE ${Prisma.raw(`"${table}"`)} SET parked = ${parked} WHERE id = ${id}::uuid`;
}
