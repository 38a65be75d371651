import type { Fact } from '../../domain/lifecycle/caseFact.ts';
import type { CaseStanding } from '../../domain/lifecycle/caseStanding.ts';
import type { WriteSet } from './writeSet.ts';

type TransferFact = Fact<
  'transferRequested' | 'transferAccepted' | 'transferredOutside' | 'transferRefused' | 'transferWithdrawn'
>;

/** Lays what became of a transfer over its row, which both areas keep. */
export function projectTransfer(fact: TransferFact, standing: CaseStanding, writes: WriteSet): void {
  const { at } = fact.occurred;
  const answered = (status: string, answerId: string | null) =>
    void writes.add('transfer', { id: fact.data.transferId, status, answeredAt: at, answerId });
  switch (fact.type) {
    case 'transferRequested': {
      const { transferId: id, ...data } = fact.data;
      writes.add('transfer', { id, caseId: standing.id, ...data, status: 'pending', requestedAt: at });
      return;
    }
    case 'transferAccepted':
      // Open actions go with the case; those that have ended stay with the area in which they were done.
      for (const id of standing.openActionIds) writes.add('action', { id, areaId: standing.areaId });
      for (const { allocationId: id } of fact.data.endedPlaces) writes.add('case_adviser', { id, endedAt: at });
      return answered('accepted', fact.data.noteId);
    case 'transferredOutside':
      return answered('accepted', fact.data.noteId);
    case 'transferRefused':
      return answered('refused', fact.data.reasonId);
    case 'transferWithdrawn':
      return answered('withdrawn', fact.data.reasonId);
  }
}
