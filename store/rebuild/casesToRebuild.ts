import type { Tx } from '../prismaClient.ts';

/** Which cases a round takes: all of them, or the n-th part of so many. */
export interface Share {
  readonly share: number;
  readonly of: number;
}

export const everyCase: Share = { share: 0, of: 1 };

/** Ids of cases after one, in order: all that have a record, and all that have a row without one. */
export async function casesToRebuild(
  tx: Tx,
  { share, of }: Share,
  after: string | null,
  limit: number,
): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM (SELECT case_id AS id FROM audit_event WHERE coalesce(about, 'case') = 'case' UNION SELECT id FROM "case") known
    WHERE (${after}::uuid IS NULL OR id > ${after}::uuid)
      AND mod(hashtext(id::text)::bigint + 2147483648, ${of}) = ${share}
    ORDER BY id LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

/** How many cases there are in all. */
export async function countCases(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT case_id FROM audit_event WHERE coalesce(about, 'case') = 'case' UNION SELECT id FROM "case") known`;
  return row?.count ?? 0;
}

/** The case with a reference, by its row or, where that is lost, by its record; an id is taken as it is. */
export async function caseIdOf(tx: Tx, referenceOrId: string): Promise<string | null> {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(referenceOrId)) return referenceOrId;
  const row = await tx.case.findUnique({ where: { reference: referenceOrId }, select: { id: true } });
  if (row) return row.id;
  const received = await tx.auditEvent.findFirst({
    where: { type: 'referralReceived', data: { path: ['reference'], equals: referenceOrId } },
    select: { caseId: true },
  });
  return received?.caseId ?? null;
}

/** Whose other rows a case writes to: its victim and its pair; null where nothing is recorded of it. */
export async function peopleOfCase(
  tx: Tx,
  caseId: string,
): Promise<{ readonly victimId: string; readonly pairId: string } | null> {
  return tx.case.findUnique({ where: { id: caseId }, select: { victimId: true, pairId: true } });
}
