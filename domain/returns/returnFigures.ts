import { addFractions, fraction, zero, type Fraction } from './fraction.ts';
import {
  countedMeasures,
  referrerCategory,
  returnMeasures,
  type CountedMeasure,
  type ReturnMeasure,
} from './returnMeasures.ts';

/** What was counted of some cases: whole figures, and their referrals by agency and by how many agencies shared each. */
export interface CountedCases {
  readonly counts: Readonly<Record<CountedMeasure, number>>;
  /** So many of the cases were referred by this agency together with `sharedBy - 1` others. */
  readonly referrals: readonly { readonly agencyCode: string; readonly sharedBy: number; readonly cases: number }[];
}

/** One column of the return, exact: referrals by several agencies count for each of them in equal parts. */
export type ReturnFigures = Readonly<Record<ReturnMeasure, Fraction>>;

/** The figures of some cases; a referral shared by n agencies adds 1/n to the line of each. */
export function figuresOf({ counts, referrals }: CountedCases): ReturnFigures {
  const figures = emptyFigures();
  for (const measure of countedMeasures) figures[measure] = fraction(counts[measure]);
  for (const { agencyCode, sharedBy, cases } of referrals) {
    const line = referrerCategory(agencyCode);
    figures[line] = addFractions(figures[line], fraction(cases, sharedBy));
  }
  return figures;
}

/** The figures of several columns together; all zero for none. */
export function sumFigures(columns: Iterable<ReturnFigures>): ReturnFigures {
  const sum = emptyFigures();
  for (const column of columns) {
    for (const measure of returnMeasures) sum[measure] = addFractions(sum[measure], column[measure]);
  }
  return sum;
}

/** The shares by which governance compares areas: repeats among cases, police among referrals; null without cases. */
export function indicatorsOf(figures: Pick<ReturnFigures, 'cases' | 'repeats' | 'police'>): {
  readonly repeatRate: Fraction | null;
  readonly policeShare: Fraction | null;
} {
  return { repeatRate: shareOf(figures.repeats, figures.cases), policeShare: shareOf(figures.police, figures.cases) };
}

function shareOf(part: Fraction, whole: Fraction): Fraction | null {
  return whole.n === 0 ? null : fraction(part.n * whole.d, part.d * whole.n);
}

function emptyFigures(): Record<ReturnMeasure, Fraction> {
  return Object.fromEntries(returnMeasures.map((measure) => [measure, zero])) as Record<ReturnMeasure, Fraction>;
}
