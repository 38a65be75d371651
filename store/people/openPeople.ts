import type { PersonIdentity } from '../../domain/people/identity.ts';
import type { Sealing } from '../content/sealing.ts';
import type { Reads } from '../directReads.ts';
import { Prisma } from '../generated/client.ts';
import { personPlace } from './findOrCreatePeople.ts';

/** Who a person is, or the fact that they have been erased since. */
export type OpenedPerson = { readonly state: 'open'; readonly identity: PersonIdentity } | { readonly state: 'erased' };

interface SealedPerson {
  readonly id: string;
  readonly sealed: Uint8Array<ArrayBuffer>;
  /** Null where the person has been erased, as is what was wrapped by it. */
  readonly keyId: string | null;
  readonly wrapped: Uint8Array<ArrayBuffer>;
}

/** Opens the identities of people by id; ids that are not known are left out. */
export async function openPeople(
  tx: Reads,
  sealing: Sealing,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OpenedPerson>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<SealedPerson[]>(Prisma.sql`
    select p.id, p.sealed, k.key_id as "keyId", k.wrapped
    from person p left join subject_key k on k.subject_id = p.id and k.erased_at is null
    where p.id = any(${[...new Set(ids)]}::uuid[])`);
  return new Map(
    rows.map(({ id, sealed, keyId, wrapped }): [string, OpenedPerson] => {
      if (keyId === null) return [id, { state: 'erased' }];
      const plain = Buffer.from(sealing.open({ keyId, wrapped }, id, personPlace(id), sealed)).toString();
      return [id, { state: 'open', identity: JSON.parse(plain) as PersonIdentity }];
    }),
  );
}
