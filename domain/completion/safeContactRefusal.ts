import type { Ask } from '../lifecycle/ask.ts';
import { refuse, type Refusal } from '../lifecycle/refusal.ts';

/** What the store found of a proposal about safe contact, under the lock of what stands. */
export interface SafeContactProposalFound {
  readonly pending: boolean;
  /** The words that stand now. */
  readonly standsId: string | null;
}

/** Why a proposal cannot be settled: it is none any more, or what stands was changed since it was compared. */
export function safeContactRefusal(
  { standsId }: Extract<Ask, { type: 'checkSafeContactProposal' }>,
  found: SafeContactProposalFound | null,
): Refusal | null {
  if (!found?.pending) return refuse('NO_SAFE_CONTACT_PROPOSAL');
  return found.standsId === standsId ? null : refuse('CHANGED_MEANWHILE');
}
