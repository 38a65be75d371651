import type { FactData } from '../../domain/lifecycle/caseFact.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { Tx } from '../prismaClient.ts';
import { toInstant } from '../time.ts';

/** A breach as its case recorded it: of which pair, who recorded it, when it happened, and where its words are. */
export interface RecordedBreach {
  readonly pairId: string;
  readonly reporterId: string;
  readonly incidentAt: IsoInstant;
  readonly contentId: string;
}

/** A breach by its id, out of the record of its case; null where the case has recorded none. */
export async function breachToReport(tx: Tx, caseId: string, breachId: string): Promise<RecordedBreach | null> {
  const events = await tx.auditEvent.findMany({ where: { caseId, type: 'orderBreached' } });
  const event = events.find(({ data }) => (data as unknown as FactData['orderBreached']).breachId === breachId);
  const row = event && (await tx.case.findUnique({ where: { id: caseId }, select: { pairId: true } }));
  if (!event || !row) return null;
  const { contentId } = event.data as unknown as FactData['orderBreached'];
  return {
    pairId: row.pairId,
    reporterId: event.actorId ?? caseId,
    incidentAt: toInstant(event.occurredAt),
    contentId,
  };
}
