import type { FactData } from '../caseFact.ts';
import type { JoinedChild } from '../facts/merge.ts';

/** What commands carry by which a referral becomes part of another case, and stands for itself again. */
export interface MergePayloads {
  /** This referral tells of an incident that another case is about. */
  mergeReferral: FactData['referralMerged'];
  undoMerge: { readonly reasonId: string };
  /** Sent by a referral that was merged into this case, and by its undoing. */
  joinReferral: { readonly fromCaseId: string; readonly children: readonly JoinedChild[] };
  partReferral: { readonly fromCaseId: string };
}
