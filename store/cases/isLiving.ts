import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';

/** Whether something of a case is left to wait for: it has not ended, or what is kept of it has still to be reviewed. */
export function isLiving(theCase: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${theCase}.stage <> 'ended'
    or exists (select from clock left_to_do where left_to_do.case_id = ${theCase}.id and left_to_do.status <> 'ended'))`;
}

/** Whether nothing of a case on record is left to wait for, so that it has no workflow any more. */
export async function isCaseFinished(tx: Tx, caseId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ finished: boolean }[]>(
    Prisma.sql`select not ${isLiving(Prisma.sql`c`)} as finished from "case" c where c.id = ${caseId}::uuid`,
  );
  return row?.finished ?? false;
}
