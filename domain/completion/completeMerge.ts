import type { CaseFact, FactData } from '../lifecycle/caseFact.ts';
import type { CaseStanding } from '../lifecycle/caseStanding.ts';
import { keepable } from '../lifecycle/commands/merge.ts';
import { refuse, type Refusal } from '../lifecycle/refusal.ts';
import type { Stage } from '../lifecycle/stage.ts';
import { higherGrade, type Grade } from '../risk/grade.ts';

/** What the store found about a case that is to be kept, and about earlier merges of this referral into it. */
export interface KeptCaseFound {
  readonly id: string;
  readonly areaId: string;
  readonly pairId: string;
  readonly stage: Stage;
  readonly frozen: boolean;
  readonly grade: Grade | null;
}

/**
 * What is owed to the children of a referral and would be owed to nobody any more: the case that is kept has a lower grade, at which a
 * child that both name need not be told of. The children are told of first, or the kept case is graded again.
 */
export function notSaidThere(
  notificationsOwed: NonNullable<Refusal['blocking']>,
  kept: Pick<KeptCaseFound, 'grade'> | null,
  { grade }: Pick<CaseStanding, 'grade'>,
): NonNullable<Refusal['blocking']> {
  return kept !== null && higherGrade(kept.grade, grade) !== kept.grade ? notificationsOwed : [];
}

/** Whether a case may be kept for a referral: of the same two people, in the same area, taken on by MARAC, its record open. */
export function mergeInto(
  data: FactData['referralMerged'],
  kept: KeptCaseFound | null,
  standing: CaseStanding,
  occurred: CaseFact['occurred'],
): { readonly ok: true; readonly fact: CaseFact } | Refusal {
  const { id, pairId, areaId } = standing;
  if (!kept || kept.id === id || kept.pairId !== pairId || kept.areaId !== areaId) return refuse('NO_CASE_TO_KEEP');
  if (kept.frozen) return refuse('CASE_FROZEN');
  if (!keepable.includes(kept.stage)) return refuse('NOT_KEPT_AT_THIS_STAGE');
  return { ok: true, fact: { type: 'referralMerged', occurred, data } };
}
