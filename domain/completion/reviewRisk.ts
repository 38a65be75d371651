import { riskChange } from '../idva/riskChange.ts';
import { hasRisen } from '../risk/hasRisen.ts';
import type { Fact } from '../lifecycle/caseFact.ts';
import type { Ask } from '../lifecycle/ask.ts';
import type { Found } from './found.ts';

/** A review of the risk with the change since the assessment before, which both counts decide and nobody's impression. */
export function reviewRisk(
  { assessment, contentId, change }: Extract<Ask, { type: 'reviewRisk' }>,
  {
    occurred,
    assessmentBefore,
    standing,
    policy,
  }: Pick<Found, 'occurred' | 'assessmentBefore' | 'standing' | 'policy'>,
): Fact<'riskReviewed'> {
  const computed = assessment ? riskChange(assessmentBefore, assessment) : 'notComparable';
  const countBefore = assessmentBefore?.count ?? null;
  const risen = assessment !== null && hasRisen(assessmentBefore, assessment, standing?.grade ?? null, policy);
  return {
    type: 'riskReviewed',
    occurred,
    data: { assessment, change: change ?? computed, contentId, countBefore, ...(risen ? { risen } : {}) },
  };
}
