import { over } from './reversedCases.ts';
import type { Tx } from '../prismaClient.ts';

/** The other cases of a victim in which somebody may still make contact: neither over nor frozen. */
export async function runningCasesOf(tx: Tx, victimId: string, exceptId: string): Promise<readonly string[]> {
  const cases = await tx.case.findMany({
    where: { victimId, id: { not: exceptId }, stage: { notIn: [...over] }, frozen: false },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return cases.map(({ id }) => id);
}
