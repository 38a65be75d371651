import type { BrokenLink } from '../store/rebuild/brokenLink.ts';
import type { Difference } from '../store/rebuild/caseSnapshot.ts';

/** Something that was not as it should be, and what was done about it; ids and codes only. */
export type Finding =
  /** The record of a case is not what was written: nothing was done, a person has to look. */
  | { readonly kind: 'brokenChain'; readonly caseId: string; readonly link: BrokenLink }
  /** Rows of the read model were not what the record says; they are now. */
  | { readonly kind: 'readModelMended'; readonly caseId: string; readonly differences: readonly Difference[] }
  /** A case that has not ended had no workflow that runs; it has one now. */
  | { readonly kind: 'caseRestarted'; readonly caseId: string }
  /** A meeting whose record is not closed had no workflow that runs; it has one now. */
  | { readonly kind: 'meetingRestarted'; readonly meetingId: string }
  /** A flag that has not ended had no watch; it has one now. */
  | { readonly kind: 'watchRestarted'; readonly pairId: string }
  /** A workflow had not seen all that was recorded of its case; it was told to look. */
  | { readonly kind: 'workflowBehind'; readonly caseId: string }
  /** A workflow had seen facts that Postgres does not hold; it was put an end to and started from Postgres. */
  | { readonly kind: 'workflowAhead'; readonly caseId: string }
  /** A workflow gave no answer: a person has to look. */
  | { readonly kind: 'workflowSilent'; readonly caseId: string };

/** How many rows or columns of one finding are told: enough to know where to look. */
const mostTold = 20;

/** A finding cut to what is worth keeping. */
export function brief(finding: Finding): Finding {
  if (finding.kind !== 'readModelMended') return finding;
  return { ...finding, differences: finding.differences.slice(0, mostTold) };
}
