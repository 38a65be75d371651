import type { Store, Tx } from '../prismaClient.ts';
import { fromInstant, fromIsoDate, toInstantOrNull, toIsoDate } from '../time.ts';
import type { Difference } from './caseSnapshot.ts';

interface FlagRow {
  readonly caseId: string;
  readonly endsOn: string;
  readonly endedAt: string | null;
}

/** Makes the flag of a pair what the records of all the pair's cases say. */
export async function settleFlag(store: Store, pairId: string): Promise<readonly Difference[]> {
  return store.prisma.$transaction(async (tx) => {
    // The row first: a case that is setting the flag just now has it, and its fact is seen once the row is free.
    await tx.$queryRaw`SELECT pair_id::text FROM flag WHERE pair_id = ${pairId}::uuid FOR UPDATE`;
    const should = await flagFromRecord(tx, pairId);
    const row = await tx.flag.findUnique({ where: { pairId } });
    if (!should) {
      if (!row) return [];
      await tx.flag.delete({ where: { pairId } });
      return [{ table: 'flag', rowId: pairId, columns: 'surplus' as const }];
    }
    const data = columnsOf(should);
    if (!row) {
      const { count } = await tx.flag.createMany({ data: [{ pairId, ...data }], skipDuplicates: true });
      return count > 0 ? [{ table: 'flag', rowId: pairId, columns: 'missing' as const }] : [];
    }
    const columns = differing(
      { caseId: row.caseId, endsOn: toIsoDate(row.endsOn), endedAt: toInstantOrNull(row.endedAt) },
      should,
    );
    if (columns.length > 0) await tx.flag.update({ where: { pairId }, data });
    return columns.length > 0 ? [{ table: 'flag', rowId: pairId, columns }] : [];
  });
}

/**
 * Makes the flag of a pair what it was without one case, whose own is being taken back: here and not by the fact, since no
 * referral shortens a flag. Gives the flag that stands then, null where none does.
 */
export async function putFlagBack(
  tx: Tx,
  pairId: string,
  takenBackId: string,
): Promise<{ readonly caseId: string; readonly endsOn: string } | null> {
  await tx.$queryRaw`SELECT pair_id::text FROM flag WHERE pair_id = ${pairId}::uuid FOR UPDATE`;
  const should = await flagFromRecord(tx, pairId, takenBackId);
  if (should) await tx.flag.updateMany({ where: { pairId }, data: columnsOf(should) });
  else await tx.flag.deleteMany({ where: { pairId } });
  return should;
}

/** The flag by the record: a referral never shortens the one that stands, and what was taken back set none. */
async function flagFromRecord(tx: Tx, pairId: string, exceptId: string | null = null): Promise<FlagRow | null> {
  const facts = await tx.$queryRaw<{ type: string; case_id: string; at: Date; ends_on: string }[]>`
    SELECT e.type, e.case_id, e.occurred_at AS at, e.data->>'endsOn' AS ends_on
    FROM audit_event e JOIN "case" c ON c.id = e.case_id
    WHERE c.pair_id = ${pairId}::uuid AND e.data->>'pairId' = ${pairId} AND e.type IN ('flagSet', 'flagEnded')
      AND c.id IS DISTINCT FROM ${exceptId}::uuid
      AND NOT EXISTS (SELECT FROM audit_event back
        WHERE back.case_id = e.case_id AND back.type = 'repeatTakenBack' AND back.seq > e.seq)
    ORDER BY e.recorded_at, e.seq, e.id`;
  let flag = null as FlagRow | null;
  for (const { type, case_id: caseId, at, ends_on: endsOn } of facts) {
    if (type === 'flagEnded') flag = flag && { ...flag, endedAt: at.toISOString() };
    else if (!flag || endsOn >= flag.endsOn) flag = { caseId, endsOn, endedAt: null };
  }
  return flag;
}

function columnsOf({ caseId, endsOn, endedAt }: FlagRow) {
  return { caseId, endsOn: fromIsoDate(endsOn), endedAt: endedAt === null ? null : fromInstant(endedAt) };
}

function differing(row: FlagRow, should: FlagRow): readonly string[] {
  const names = { caseId: 'case_id', endsOn: 'ends_on', endedAt: 'ended_at' } as const;
  return Object.entries(names).flatMap(([field, column]) =>
    row[field as keyof FlagRow] === should[field as keyof FlagRow] ? [] : [column],
  );
}
