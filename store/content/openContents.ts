import type { Tx } from '../prismaClient.ts';
import { contentPlace } from './sealContent.ts';
import type { Sealing } from './sealing.ts';
import { standingKeys } from './subjectKeys.ts';

/** A piece of content as somebody wrote it, or the fact that its subject has been erased since. */
export type OpenedContent =
  | { readonly state: 'open'; readonly kind: string; readonly value: unknown }
  | { readonly state: 'erased'; readonly kind: string };

/** Opens pieces of content by id; ids that are not known are left out. */
export async function openContents(
  tx: Tx,
  sealing: Sealing,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OpenedContent>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.content.findMany({ where: { id: { in: [...new Set(ids)] } } });
  const keys = await standingKeys(tx, [...new Set(rows.map(({ subjectId }) => subjectId))]);
  return new Map(
    rows.map(({ id, subjectId, kind, sealed }): [string, OpenedContent] => {
      const key = keys.get(subjectId);
      if (!key) return [id, { state: 'erased', kind }];
      const plain = sealing.open(key, subjectId, contentPlace(id, kind), sealed);
      return [id, { state: 'open', kind, value: JSON.parse(Buffer.from(plain).toString()) as unknown }];
    }),
  );
}
