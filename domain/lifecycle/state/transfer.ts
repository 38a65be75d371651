import type { CaseState } from '../caseState.ts';
import type { TransferFacts } from '../facts/transfer.ts';
import { isOtherService } from '../isOtherService.ts';
import type { StateChanges } from './stateChanges.ts';

export const transferState: StateChanges<keyof TransferFacts> = {
  transferRequested: (_state, { data }) => {
    const { transferId, toAreaId, reasonId } = data;
    return { transfer: { transferId, toAreaId, reasonId, status: 'pending' } };
  },
  transferAccepted: (state, { data }) => ({
    transfer: null,
    again: false,
    ...(isOtherService(data) ? supportAnew(state) : {}),
  }),
  transferredOutside: () => ({ transfer: null }),
  transferRefused: ({ transfer }) => ({ transfer: transfer ? { ...transfer, status: 'refused' } : null }),
  transferWithdrawn: () => ({ transfer: null }),
};

/** Another service begins to support; what an earlier one had ended says nothing about where the victim stands with it. */
function supportAnew({ supportEnded, engagement }: CaseState): Partial<CaseState> {
  return { attempts: 0, supportEnded: false, engagement: supportEnded ? 'none' : engagement };
}
