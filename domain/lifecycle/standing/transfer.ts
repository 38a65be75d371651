import type { Fact } from '../caseFact.ts';
import type { CaseStanding } from '../caseStanding.ts';
import type { TransferFacts } from '../facts/transfer.ts';
import { isOtherService } from '../isOtherService.ts';
import { nothing, type StandingChanges } from './standingChanges.ts';

export const transferStanding: StandingChanges<keyof TransferFacts> = {
  transferRequested: nothing,
  transferAccepted: accepted,
  transferredOutside: ({ closedAt }, { occurred }) => ({ closedAt: closedAt ?? occurred.at }),
  transferRefused: nothing,
  transferWithdrawn: nothing,
};

/** The case is the other area's now; where another service serves it, that service begins to support. */
function accepted(
  { engagement, supportEndedAt }: CaseStanding,
  { data, occurred }: Fact<'transferAccepted'>,
): Partial<CaseStanding> {
  const { fromAreaId, toAreaId, idvaServiceId } = data;
  const moved = { areaId: toAreaId, transferredFromId: fromAreaId, transferredAt: occurred.at, closedAt: null };
  if (!isOtherService(data)) return moved;
  const support = {
    attempts: 0,
    reachedBy: null,
    supportEndedAt: null,
    engagement: supportEndedAt === null ? engagement : 'none',
  } as const;
  return { ...moved, idvaServiceId, adviserId: null, advisers: {}, ...support };
}
