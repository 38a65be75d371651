import type { Fact } from '../../domain/lifecycle/caseFact.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant } from '../time.ts';
import type { Difference } from './caseSnapshot.ts';
import type { RecordedEvent } from './readRecord.ts';
import { settleEach } from './settleEach.ts';

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
  return settleEach(events, async (fact) => {
    if (fact.type === 'safeContactProposed') return proposed(tx, fact);
    if (fact.type === 'safeContactProposalSettled') return settled(tx, caseId, fact);
    return null;
  });
}

async function proposed(tx: Tx, { data, occurred }: Fact<'safeContactProposed'>): Promise<Difference | null> {
  const { proposalId: id, victimId, fromCaseId } = data;
  const row = { id, victimId, fromCaseId, proposedAt: fromInstant(occurred.at) };
  const { count } = await tx.safeContactProposal.createMany({ data: [row], skipDuplicates: true });
  return count > 0 ? { table, rowId: id, columns: 'missing' } : null;
}

async function settled(
  tx: Tx,
  byCaseId: string,
  { data, occurred }: Fact<'safeContactProposalSettled'>,
): Promise<Difference | null> {
  const { proposalId: id } = data;
  const settledAt = fromInstant(occurred.at);
  const { count } = await tx.safeContactProposal.updateMany({
    where: { id, settledAt: null },
    data: { settledAt, byCaseId },
  });
  return count > 0 ? { table, rowId: id, columns: ['settled_at', 'by_case_id'] } : null;
}
