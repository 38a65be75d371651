import type { Stage } from '../../domain/lifecycle/stage.ts';
import type { Reads } from '../directReads.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { samePairs } from '../people/samePeople.ts';

/** The little of a case that a command about it is prepared with. */
export interface KnownCase {
  readonly id: string;
  readonly reference: string;
  readonly areaId: string;
  readonly pairId: string;
  readonly victimId: string;
  readonly stage: Stage;
  readonly revision: number;
  /** Whether its words and people were erased: nothing is written about it any more. */
  readonly erased: boolean;
}

const columns = {
  ...{ id: true, reference: true, areaId: true, pairId: true, victimId: true },
  ...{ stage: true, revision: true, erasedAt: true },
};

function known({ erasedAt, stage, ...row }: Prisma.CaseGetPayload<{ select: typeof columns }>): KnownCase {
  return { ...row, stage: stage as Stage, erased: erasedAt !== null };
}

/** The case with a reference, or null. */
export async function caseByReference(tx: Tx, reference: string): Promise<KnownCase | null> {
  const row = await tx.case.findUnique({ where: { reference }, select: columns });
  return row && known(row);
}

/**
 * The case of a pair whose referral was received last and that is not erased, or null; a merged referral goes on in another. One
 * that has ended records nothing more, so it is only the last where none is left that has not.
 */
export async function latestCaseOfPair(tx: Tx, pairId: string): Promise<KnownCase | null> {
  const where = { pairId: { in: [...(await samePairs(tx, pairId))] }, mergedIntoId: null, erasedAt: null };
  const lastOf = (more: Prisma.CaseWhereInput) =>
    tx.case.findFirst({
      where: { ...where, ...more },
      orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
      select: columns,
    });
  const row = (await lastOf({ stage: { not: 'ended' } })) ?? (await lastOf({}));
  return row && known(row);
}

/** The reference of a case by its id, or null. */
export async function referenceOf(tx: Reads, caseId: string): Promise<string | null> {
  return (await referencesOf(tx, [caseId])).get(caseId) ?? null;
}

/** The references of several cases, by their ids. */
export async function referencesOf(tx: Reads, caseIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (caseIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; reference: string }[]>(
    Prisma.sql`select id, reference from "case" where id = any(${[...caseIds]}::uuid[])`,
  );
  return new Map(rows.map(({ id, reference }) => [id, reference]));
}
