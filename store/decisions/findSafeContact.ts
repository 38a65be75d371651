import type { SafeContactProposalFound } from '../../domain/completion/safeContactRefusal.ts';
import type { CaseFact } from '../../domain/lifecycle/caseFact.ts';
import type { Proposal } from '../../domain/lifecycle/command.ts';
import type { Tx } from '../prismaClient.ts';

const changesIt: readonly CaseFact['type'][] = [
  'safeContactChanged',
  'safeContactProposalSettled',
  'contactSuspended',
  'contactDecided',
];

/**
 * Where a decision changes what stands of safe contact, takes its lock and finds what is asked about it. The row is the
 * victim's, and a patch is laid over what stands: without the lock a decision in another of their cases could put back
 * what this one changes, a suspension too.
 */
export async function findSafeContact(
  tx: Tx,
  { facts, asks }: Proposal,
): Promise<{ readonly safeContactProposal: SafeContactProposalFound | null }> {
  const victimId = facts
    .filter(({ type }) => changesIt.includes(type))
    .map(({ data }) => ('victimId' in data ? data.victimId : null))
    .find((id) => id !== null);
  if (!victimId) return { safeContactProposal: null };
  const [stands] = await tx.$queryRaw<{ contentId: string | null }[]>`
    select content_id as "contentId" from safe_contact where victim_id = ${victimId}::uuid for update`;
  const ask = asks.find(({ type }) => type === 'checkSafeContactProposal');
  if (ask?.type !== 'checkSafeContactProposal') return { safeContactProposal: null };
  const { proposalId: id } = ask;
  const pending = await tx.safeContactProposal.count({ where: { id, victimId, settledAt: null } });
  return { safeContactProposal: { pending: pending > 0, standsId: stands?.contentId ?? null } };
}
