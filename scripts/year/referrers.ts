import {
  compareFractions,
  fraction,
  splitFraction,
  subtractFractions,
  sumFractions,
} from '../../domain/returns/fraction.ts';
import type { Fraction } from '../../domain/returns/fraction.ts';
import { agencyOfMeasure } from './agencies.ts';
import type { YearArea } from './areas.ts';
import { referredByMeasures } from './measures.ts';
import type { Chance } from './random.ts';
import { figure } from './table.ts';
import type { YearFigures } from './table.ts';

/** What one agency was credited with: whole referrals, and parts of those it made with others. */
export interface Credit {
  readonly agency: string;
  readonly referrals: Fraction;
}

/**
 * Who referred each case of an area, in no particular order: one list of agencies a case, the first of them leading.
 * Counting 1/n for each of n agencies gives the published figures back exactly; throws when no such split exists.
 */
export function planReferrers(table: YearFigures, area: YearArea, chance: Chance): string[][] {
  const credits = referredByMeasures.map((measure) => ({
    agency: agencyOfMeasure(measure, area.code),
    referrals: figure(table, measure, area.name),
  }));
  const joint = solveJointReferrals(credits);
  if (joint === null) throw new Error(`No joint referrals give the figures of ${area.name}.`);
  const alone = credits.flatMap(({ agency, referrals }) => {
    const { whole } = splitFraction(referrals);
    return Array.from({ length: whole }, () => [agency]);
  });
  return chance.shuffle([...alone, ...joint]);
}

/**
 * Joint referrals whose equal parts make up exactly the fractional parts of the credits, each a list of
 * agencies; null when there are none. With 180.75 police, 55.25 IDVA, 10.25 voluntary, 5.25 other and 2.5 mental
 * health that is one referral by four agencies and one by two.
 */
export function solveJointReferrals(credits: readonly Credit[]): string[][] | null {
  const open = credits
    .map(({ agency, referrals }) => ({ agency, referrals: splitFraction(referrals).rest }))
    .filter(({ referrals }) => referrals.n > 0);
  const parts = sumFractions(open.map(({ referrals }) => referrals));
  // Each joint referral is one case, so the parts must add up to as many whole cases as there are joint referrals.
  return parts.d === 1 ? fill(open) : null;
}

/** Takes the first agency with something left and tries every referral it could have shared. */
function fill(open: readonly Credit[]): string[][] | null {
  const [first, ...others] = open;
  if (first === undefined) return [];
  for (const partners of subsets(others)) {
    const shares = [first, ...partners];
    const share = fraction(1, shares.length);
    if (shares.length < 2 || shares.some(({ referrals }) => compareFractions(referrals, share) < 0)) continue;
    const left = open
      .map((credit) =>
        shares.includes(credit) ? { ...credit, referrals: subtractFractions(credit.referrals, share) } : credit,
      )
      .filter(({ referrals }) => referrals.n > 0);
    const rest = fill(left);
    if (rest !== null) return [shares.map(({ agency }) => agency), ...rest];
  }
  return null;
}

function subsets<T>(items: readonly T[]): T[][] {
  return items.reduce<T[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]]);
}
