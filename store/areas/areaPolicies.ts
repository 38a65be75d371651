import { defaultPolicyEntries } from '../../domain/policy/defaults.ts';
import type { PolicyChanges, PolicyEntry } from '../../domain/policy/policyInForce.ts';
import type { Tx } from '../prismaClient.ts';
import { toIsoDate } from '../time.ts';
import type { Area } from './findArea.ts';

/** Every policy entry that counts for an area: those of the repository, then what was entered since, by date. */
export async function policyEntriesOf(
  tx: Tx,
  { id, code }: Pick<Area, 'id' | 'code'>,
): Promise<readonly PolicyEntry[]> {
  const rows = await tx.areaPolicyEntry.findMany({
    where: { OR: [{ areaId: null }, { areaId: id }], withdrawnAt: null },
    orderBy: [{ effectiveFrom: 'asc' }, { version: 'asc' }],
  });
  const entered = rows.map(({ version, effectiveFrom, patch }) => ({
    version,
    effectiveFrom: toIsoDate(effectiveFrom),
    areas: [code],
    changes: patch as PolicyChanges,
  }));
  return [...defaultPolicyEntries, ...entered];
}
