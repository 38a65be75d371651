import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { Store, Tx } from '../prismaClient.ts';
import { fromInstantOrNull, toInstant } from '../time.ts';
import type { Difference } from './caseSnapshot.ts';

interface Suspension {
  readonly suspendedAt: IsoInstant | null;
  readonly byCaseId: string | null;
}

/**
 * Makes the suspension of contact with a victim what the records of all the victim's cases say. How the victim can
 * be reached stays as it is.
 */
export async function settleSafeContact(store: Store, victimId: string): Promise<readonly Difference[]> {
  return store.prisma.$transaction(async (tx) => {
    // The row first: a case that is suspending contact just now has it, and its fact is seen once the row is free.
    await tx.$queryRaw`SELECT victim_id::text FROM safe_contact WHERE victim_id = ${victimId}::uuid FOR UPDATE`;
    const should = await suspensionOf(tx, victimId);
    const columns = ['suspended_at', 'by_case_id'];
    const stands = await tx.safeContact.findUnique({ where: { victimId } });
    if (!stands) {
      if (should.suspendedAt === null) return [];
      const data = { victimId, suspendedAt: fromInstantOrNull(should.suspendedAt), byCaseId: should.byCaseId };
      const { count } = await tx.safeContact.createMany({ data: [data], skipDuplicates: true });
      return count > 0 ? [{ table: 'safe_contact', rowId: victimId, columns: 'missing' as const }] : [];
    }
    const suspendedAt = stands.suspendedAt && toInstant(stands.suspendedAt);
    if (suspendedAt === should.suspendedAt && stands.byCaseId === should.byCaseId) return [];
    await tx.safeContact.update({
      where: { victimId },
      data: { suspendedAt: fromInstantOrNull(should.suspendedAt), byCaseId: should.byCaseId },
    });
    return [{ table: 'safe_contact', rowId: victimId, columns }];
  });
}

/** The last word of any case of the victim on whether contact is suspended. */
async function suspensionOf(tx: Tx, victimId: string): Promise<Suspension> {
  const [last] = await tx.$queryRaw<{ type: string; case_id: string; occurred_at: Date }[]>`
    SELECT e.type, e.case_id, e.occurred_at FROM audit_event e JOIN "case" c ON c.id = e.case_id
    WHERE c.victim_id = ANY(ARRAY(SELECT ${victimId}::uuid UNION ALL
        SELECT known_id FROM likely_match WHERE person_id = ${victimId}::uuid UNION ALL
        SELECT person_id FROM likely_match WHERE known_id = ${victimId}::uuid UNION ALL
        SELECT other_id FROM same_person WHERE person_id = ${victimId}::uuid))
      AND (e.data->>'victimId' = ${victimId} OR e.data->'alsoVictimIds' ? ${victimId})
      AND (e.type = 'contactSuspended' OR (e.type = 'contactDecided' AND e.data->>'decision' = 'resumed'
        AND e.data->>'elsewhere' IS NULL))
    ORDER BY e.recorded_at DESC, e.id DESC LIMIT 1`;
  if (last?.type !== 'contactSuspended') return { suspendedAt: null, byCaseId: null };
  return { suspendedAt: toInstant(last.occurred_at), byCaseId: last.case_id };
}
