import { addDays, londonDate, startOfLondonDay } from '../../domain/calendar/london.ts';
import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import { samePairs } from '../people/samePeople.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant, fromIsoDate } from '../time.ts';
import { lockPair } from './lockPair.ts';
import type { OpenCase } from './openCase.ts';

/**
 * The last accepted case of the pair whose flag covers the day of the incident; the date decides, not who knew. Of two that
 * were received on one day the one recorded first is the earlier: where a day has no hour nobody can say it otherwise.
 * `recordedAt` is when the case itself was, null while that is being decided.
 */
export async function earlierCase(
  tx: Tx,
  caseId: string,
  pairId: string,
  incidentOn: IsoDate,
  { receivedAt, recordedAt }: { readonly receivedAt: IsoInstant; readonly recordedAt: Date | null },
): Promise<string | null> {
  await lockPair(tx, pairId);
  const day = londonDate(receivedAt);
  const startsAt = fromInstant(startOfLondonDay(day));
  const endsAt = fromInstant(startOfLondonDay(addDays(day, 1)));
  const earlier = await tx.case.findFirst({
    where: {
      pairId: { in: [...(await samePairs(tx, pairId))] },
      id: { not: caseId },
      acceptedAt: { not: null },
      OR: [
        { receivedAt: { lt: startsAt } },
        { receivedAt: { lt: endsAt }, ...(recordedAt && { recordedAt: { lt: recordedAt } }) },
      ],
      flagEndsOn: { gte: fromIsoDate(incidentOn) },
    },
    orderBy: { receivedAt: 'desc' },
    select: { id: true, mergedIntoId: true },
  });
  // What was merged set a flag of its own; its plan is that of the case in which it went on.
  const repeated = earlier?.mergedIntoId ?? earlier?.id ?? null;
  return repeated === caseId ? null : repeated;
}

/** The case that one which is on record repeats, by the day of its incident, or of its referral where none was named. */
export async function repeatedBy(tx: Tx, { caseId, standing }: OpenCase): Promise<string | null> {
  if (!standing) return null;
  const referral = await tx.auditEvent.findFirst({
    where: { caseId, type: 'referralReceived' },
    select: { data: true },
  });
  const said = referral?.data as { readonly incidentOn?: IsoDate | null } | undefined;
  const { receivedAt, pairId } = standing;
  const incidentOn = said?.incidentOn ?? londonDate(receivedAt);
  const { recordedAt } = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { recordedAt: true } });
  return earlierCase(tx, caseId, pairId, incidentOn, { receivedAt, recordedAt });
}
