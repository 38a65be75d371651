import type { Tx } from '../prismaClient.ts';

/** Ids of the cases and meetings of which something is recorded, among these. */
export async function knownMatters(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT asked.id::text FROM unnest(${[...ids]}::uuid[]) asked(id)
    WHERE EXISTS (SELECT FROM audit_event e WHERE e.case_id = asked.id)`;
  return new Set(rows.map(({ id }) => id));
}
