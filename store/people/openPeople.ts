import type { PersonIdentity } from '../../domain/people/identity.ts';
import type { Sealing } from '../content/sealing.ts';
import { standingKeys } from '../content/subjectKeys.ts';
import type { Tx } from '../prismaClient.ts';
import { personPlace } from './findOrCreatePeople.ts';

/** Who a person is, or the fact that they have been erased since. */
export type OpenedPerson = { readonly state: 'open'; readonly identity: PersonIdentity } | { readonly state: 'erased' };

/** Opens the identities of people by id; ids that are not known are left out. */
export async function openPeople(
  tx: Tx,
  sealing: Sealing,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OpenedPerson>> {
  if (ids.length === 0) return new Map();
  const wanted = [...new Set(ids)];
  const [rows, keys] = await Promise.all([
    tx.person.findMany({ where: { id: { in: wanted } }, select: { id: true, sealed: true } }),
    standingKeys(tx, wanted),
  ]);
  return new Map(
    rows.map(({ id, sealed }): [string, OpenedPerson] => {
      const key = keys.get(id);
      if (!key) return [id, { state: 'erased' }];
      const plain = Buffer.from(sealing.open(key, id, personPlace(id), sealed)).toString();
      return [id, { state: 'open', identity: JSON.parse(plain) as PersonIdentity }];
    }),
  );
}
