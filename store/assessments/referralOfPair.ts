import type { ReferralFound } from '../../domain/assessments/completeAssessment.ts';
import { londonDate, startOfLondonDay } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant, toInstant } from '../time.ts';
import { samePairs } from '../people/samePeople.ts';

/** The first referral of a pair received on the London day of an assessment or after it; null where there is none. */
export async function referralOfPair(tx: Tx, pairId: string, takenAt: IsoInstant): Promise<ReferralFound | null> {
  const found = await tx.case.findFirst({
    where: {
      pairId: { in: [...(await samePairs(tx, pairId))] },
      receivedAt: { gte: fromInstant(startOfLondonDay(londonDate(takenAt))) },
    },
    orderBy: { receivedAt: 'asc' },
    select: { id: true, receivedAt: true },
  });
  return found && { caseId: found.id, receivedAt: toInstant(found.receivedAt) };
}
