import type { SafeContactLimit } from '../../idva/outsideSafeContact.ts';
import type { CaseFact } from '../caseFact.ts';
import type { CaseState } from '../caseState.ts';
import { propose, type Proposal } from '../command.ts';
import { refuse, type Refusal, type RefusalCode } from '../refusal.ts';

/** In what a contact lay outside of what is safe, and the reason for it; commands of earlier releases say less. */
export interface MadeOutside {
  readonly outside?: readonly SafeContactLimit[];
  readonly reasonId?: string | null;
}

const refusalOf: Record<SafeContactLimit, RefusalCode> = {
  message: 'MESSAGE_NOT_SAFE',
  medium: 'MEDIUM_NOT_SAFE',
  time: 'OUTSIDE_SAFE_TIMES',
};

/**
 * Every contact with a victim passes here: outside of how they can be reached safely it needs a reason, and while contact
 * is suspended it is refused whatever the reason; that the store knows, because it may stand in another of their cases.
 */
export function contactMade(
  state: CaseState,
  { outside = [], reasonId }: MadeOutside,
  facts: readonly CaseFact[],
): Proposal | Refusal {
  const [gravest] = outside;
  // What is taken over happened as it happened.
  if (gravest !== undefined && !reasonId && !state.silent) return refuse(refusalOf[gravest]);
  return propose(facts, { type: 'checkContact' });
}
