import { Prisma } from '../generated/client.ts';
import type { Reads } from '../directReads.ts';
import { contentPlace } from './sealContent.ts';
import type { Sealing } from './sealing.ts';

/** A piece of content as somebody wrote it, or the fact that its subject has been erased since. */
export type OpenedContent =
  | { readonly state: 'open'; readonly kind: string; readonly value: unknown }
  | { readonly state: 'erased'; readonly kind: string };

/** Opens pieces of content by id; ids that are not known are left out. */
export async function openContents(
  tx: Reads,
  sealing: Sealing,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OpenedContent>> {
  return ids.length === 0 ? new Map() : openContentsIn(tx, sealing, Prisma.sql`${[...new Set(ids)]}::uuid[]`);
}

interface SealedRow {
  readonly id: string;
  readonly subjectId: string;
  readonly kind: string;
  readonly sealed: Uint8Array<ArrayBuffer>;
  /** Null where the subject has been erased, as is what was wrapped by it. */
  readonly keyId: string | null;
  readonly wrapped: Uint8Array<ArrayBuffer>;
}

/** The same for the ids that an expression of SQL gives as an array, with their keys in one statement. */
export async function openContentsIn(
  tx: Reads,
  sealing: Sealing,
  ids: Prisma.Sql,
): Promise<ReadonlyMap<string, OpenedContent>> {
  const rows = await tx.$queryRaw<SealedRow[]>(Prisma.sql`
    select c.id, c.subject_id as "subjectId", c.kind, c.sealed, k.key_id as "keyId", k.wrapped
    from content c left join subject_key k on k.subject_id = c.subject_id and k.erased_at is null
    where c.id = any(${ids})`);
  return new Map(
    rows.map(({ id, subjectId, kind, sealed, keyId, wrapped }): [string, OpenedContent] => {
      if (keyId === null) return [id, { state: 'erased', kind }];
      const plain = sealing.open({ keyId, wrapped }, subjectId, contentPlace(id, kind), sealed);
      return [id, { state: 'open', kind, value: JSON.parse(Buffer.from(plain).toString()) as unknown }];
    }),
  );
}
