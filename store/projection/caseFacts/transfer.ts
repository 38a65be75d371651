import type { Fact } from '../../../domain/lifecycle/caseFact.ts';
import type { TransferFacts } from '../../../domain/lifecycle/facts/transfer.ts';
import type { CaseProjection, Projected } from './caseProjection.ts';

/** What became of a transfer stands in its row, which both areas keep. */
export const transferProjection: CaseProjection<keyof TransferFacts> = {
  transferRequested: ({ data, occurred }, { standing, writes }) => {
    const { transferId: id, ...asked } = data;
    writes.add('transfer', { id, caseId: standing.id, ...asked, status: 'pending', requestedAt: occurred.at });
  },
  transferAccepted: (fact, projected) => {
    const { standing, writes } = projected;
    // Open actions go with the case; those that have ended stay with the area in which they were done.
    for (const id of standing.openActionIds) writes.add('action', { id, areaId: standing.areaId });
    for (const { allocationId: id } of fact.data.endedPlaces)
      writes.add('case_adviser', { id, endedAt: fact.occurred.at });
    answered(fact, 'accepted', fact.data.noteId, projected);
  },
  transferredOutside: (fact, projected) => answered(fact, 'accepted', fact.data.noteId, projected),
  transferRefused: (fact, projected) => answered(fact, 'refused', fact.data.reasonId, projected),
  transferWithdrawn: (fact, projected) => answered(fact, 'withdrawn', fact.data.reasonId, projected),
};

function answered(
  { data, occurred }: Fact<Exclude<keyof TransferFacts, 'transferRequested'>>,
  status: string,
  answerId: string | null,
  { writes }: Projected,
): void {
  writes.add('transfer', { id: data.transferId, status, answeredAt: occurred.at, answerId });
}
