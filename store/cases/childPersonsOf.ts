import type { Tx } from '../prismaClient.ts';

/** The people who are children in a case, by id; a child of whom nothing but the age is known is no person here. */
export async function childPersonsOf(tx: Tx, caseId: string): Promise<readonly string[]> {
  const rows = await tx.child.findMany({
    where: { caseId, personId: { not: null } },
    select: { personId: true },
    orderBy: { id: 'asc' },
  });
  return rows.flatMap(({ personId }) => personId ?? []);
}
