import type { CaseView } from '../../contracts/views/caseView.ts';
import type { CaseToKeep, JoinedReferral } from '../../store/cases/mergedCases.ts';
import type { Codes } from '../office/codes.ts';

/** What was merged into a case, what it was merged into, and what it might be. */
export interface Merges {
  readonly mergedInto: string | null;
  readonly joined: readonly JoinedReferral[];
  readonly sameTwo: readonly CaseToKeep[];
}

/** The merges of a case, as far as they were found for its reader. */
export function presentMerges({
  merges,
  codes,
}: {
  readonly merges: Merges;
  readonly codes: Codes;
}): Pick<CaseView, 'mergedInto' | 'joined' | 'sameTwo'> {
  const { mergedInto, joined, sameTwo } = merges;
  return {
    mergedInto,
    joined: joined.map(({ reference, agencyIds }) => ({
      reference,
      referringAgencies: agencyIds.flatMap((id) => codes.agency(id) ?? []),
    })),
    sameTwo: sameTwo.map(({ reference, stage, receivedAt }) => ({ reference, stage, receivedAt })),
  };
}
