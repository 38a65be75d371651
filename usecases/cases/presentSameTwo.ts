import type { CaseView } from '../../contracts/views/caseView.ts';
import type { CaseToKeep, JoinedReferral } from '../../store/cases/mergedCases.ts';
import type { Codes } from '../office/codes.ts';

/** Other cases of the same two people: what was merged into this one, what it was merged into or might be, and reversed roles. */
export interface CasesOfSameTwo {
  readonly mergedInto: string | null;
  readonly joined: readonly JoinedReferral[];
  readonly sameTwo: readonly CaseToKeep[];
  readonly reversedPair: boolean;
}

/** The other cases of the same two people, as far as they were found for its reader. */
export function presentSameTwo({
  sameTwoCases,
  codes,
}: {
  readonly sameTwoCases: CasesOfSameTwo;
  readonly codes: Codes;
}): Pick<CaseView, 'mergedInto' | 'joined' | 'sameTwo' | 'reversedPair'> {
  const { mergedInto, joined, sameTwo, reversedPair } = sameTwoCases;
  return {
    mergedInto,
    reversedPair,
    joined: joined.map(({ reference, agencyIds }) => ({
      reference,
      referringAgencies: agencyIds.flatMap((id) => codes.agency(id) ?? []),
    })),
    sameTwo: sameTwo.map(({ reference, stage, receivedAt }) => ({ reference, stage, receivedAt })),
  };
}
