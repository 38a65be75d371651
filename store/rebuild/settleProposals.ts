import type { Tx } from '../prismaClient.ts';
import { fromInstant } from '../time.ts';
import type { Difference } from './caseSnapshot.ts';
import type { RecordedEvent } from './readRecord.ts';

const table = 'safe_contact_proposal';

/**
 * Makes what referrals said of safe contact stand as a case has recorded it: proposed, and settled where that was done
 * here. The rows are the victim's, and other cases of theirs have their part in them.
 */
export async function settleProposals(
  tx: Tx,
  caseId: string,
  events: readonly RecordedEvent[],
): Promise<readonly Difference[]> {
  const mended: Difference[] = [];
  for (const { recorded } of events) {
    const { fact } = recorded;
    if (fact.type === 'safeContactProposed') {
      const { proposalId: id, victimId, fromCaseId } = fact.data;
      const data = { id, victimId, fromCaseId, proposedAt: fromInstant(fact.occurred.at) };
      const { count } = await tx.safeContactProposal.createMany({ data: [data], skipDuplicates: true });
      if (count > 0) mended.push({ table, rowId: id, columns: 'missing' });
    }
    if (fact.type === 'safeContactProposalSettled') {
      const { proposalId: id } = fact.data;
      const settled = { settledAt: fromInstant(fact.occurred.at), byCaseId: caseId };
      const { count } = await tx.safeContactProposal.updateMany({ where: { id, settledAt: null }, data: settled });
      if (count > 0) mended.push({ table, rowId: id, columns: ['settled_at', 'by_case_id'] });
    }
  }
  return mended;
}
