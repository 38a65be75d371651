import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant } from '../time.ts';
import type { Sealing, WrappedKey } from './sealing.ts';

/** The keys of these subjects, each made where there was none; throws for a subject that has been erased. */
export async function ensureSubjectKeys(
  tx: Tx,
  sealing: Sealing,
  subjectIds: readonly string[],
): Promise<ReadonlyMap<string, WrappedKey>> {
  const wanted = [...new Set(subjectIds)].sort();
  const known = await standingKeys(tx, wanted);
  const missing = wanted.filter((id) => !known.has(id));
  if (missing.length === 0) return known;
  // Another transaction may have made the same key a moment ago: then that one counts.
  await tx.subjectKey.createMany({
    data: missing.map((subjectId) => ({ subjectId, ...sealing.newSubjectKey(subjectId) })),
    skipDuplicates: true,
  });
  const all = await standingKeys(tx, wanted);
  if (all.size < wanted.length) throw new Error('A subject that was erased is not written about again');
  return all;
}

/** The keys that still stand of these subjects; those erased or never written about are left out. */
export async function standingKeys(tx: Tx, subjectIds: readonly string[]): Promise<ReadonlyMap<string, WrappedKey>> {
  const rows = await tx.subjectKey.findMany({ where: { subjectId: { in: [...subjectIds] }, erasedAt: null } });
  return new Map(rows.map(({ subjectId, keyId, wrapped }) => [subjectId, { keyId, wrapped }]));
}

/**
 * Removes a subject's key: whatever was sealed for a person or a case can never be read again, and a person is no
 * longer found by who they were. Ids, codes and dates stay, and with them the figures. Repeatable.
 */
export async function eraseSubject(tx: Tx, subjectId: string, at: IsoInstant): Promise<void> {
  const gone = { keyId: '', wrapped: new Uint8Array(), erasedAt: fromInstant(at) };
  await tx.subjectKey.upsert({ where: { subjectId }, create: { subjectId, ...gone }, update: gone });
  await tx.person.updateMany({ where: { id: subjectId }, data: { sealed: new Uint8Array(), matchKeys: [] } });
}
