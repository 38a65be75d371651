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
  const fresh = wanted.map((subjectId) => sealing.newSubjectKey(subjectId));
  const keyIds = fresh.map(({ keyId }) => keyId);
  const wrapped = fresh.map((key) => Buffer.from(key.wrapped).toString('base64'));
  const found = await tx.$queryRaw<({ subjectId: string } & WrappedKey)[]>`
    with made as (
      insert into subject_key (subject_id, key_id, wrapped)
      select id, key_id, decode(wrapped, 'base64')
      from unnest(${wanted}::uuid[], ${keyIds}::text[], ${wrapped}::text[]) as fresh (id, key_id, wrapped)
      on conflict do nothing returning subject_id, key_id, wrapped)
    select subject_id as "subjectId", key_id as "keyId", wrapped from made
    union all select subject_id, key_id, wrapped from subject_key
      where subject_id = any(${wanted}::uuid[]) and erased_at is null`;
  // Another transaction may have made the same key a moment ago, which this statement waited for and does not see yet.
  const all = found.length < wanted.length ? await standingKeys(tx, wanted) : byId(found);
  if (all.size < wanted.length) throw new Error('A subject that was erased is not written about again');
  return all;
}

/** The keys that still stand of these subjects; those erased or never written about are left out. */
export async function standingKeys(tx: Tx, subjectIds: readonly string[]): Promise<ReadonlyMap<string, WrappedKey>> {
  const rows = await tx.subjectKey.findMany({ where: { subjectId: { in: [...subjectIds] }, erasedAt: null } });
  return byId(rows);
}

function byId(rows: readonly ({ readonly subjectId: string } & WrappedKey)[]): ReadonlyMap<string, WrappedKey> {
  return new Map(rows.map(({ subjectId, keyId, wrapped }) => [subjectId, { keyId, wrapped }]));
}

/**
 * Removes a subject's key and what was sealed under it: whatever was written about a person or a case can never be read
 * again, and a person is no longer found by who they were. Ids, codes and dates stay, and with them the figures. Repeatable.
 */
export async function eraseSubject(tx: Tx, subjectId: string, at: IsoInstant): Promise<void> {
  const gone = { keyId: '', wrapped: new Uint8Array(), erasedAt: fromInstant(at) };
  await tx.subjectKey.upsert({ where: { subjectId }, create: { subjectId, ...gone }, update: gone });
  await tx.content.updateMany({ where: { subjectId }, data: { sealed: new Uint8Array() } });
  await tx.personCorrection.deleteMany({ where: { personId: subjectId } });
  await tx.person.updateMany({ where: { id: subjectId }, data: { sealed: new Uint8Array(), matchKeys: [] } });
}
