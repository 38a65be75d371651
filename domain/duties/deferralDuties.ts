import type { Fact } from '../lifecycle/caseFact.ts';
import type { CaseStanding } from '../lifecycle/caseStanding.ts';
import { done, type DutyChange, fallsAway, nobody, starts, theCaseOf } from './dutyChange.ts';

/** From the second deferral on the chair decides whether it waits; a third before they have does not begin it anew. */
export function caseDeferred(standing: CaseStanding): readonly DutyChange[] {
  return standing.deferrals >= 2 ? [starts('deferralDecision', theCaseOf(standing), nobody)] : [];
}

/** A locked list is the chair's alone to open, which is the decision; in an emergency it is heard before they could decide. */
export function caseListed({ data }: Fact<'caseListed'>): readonly DutyChange[] {
  if (data.because === 'late') return [done(['deferralDecision'])];
  return data.because === 'emergency' ? [fallsAway(['deferralDecision'], 'emergency')] : [];
}
