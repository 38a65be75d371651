import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareFractions, fraction, sumFractions } from '../../domain/returns/fraction.ts';
import { solveJointReferrals } from './referrers.ts';

const agencies = ['police', 'idva', 'housing', 'education', 'voluntary', 'other'];

function credited(referrals: readonly (readonly string[])[]) {
  return agencies.map((agency) => ({
    agency,
    referrals: sumFractions(referrals.filter((each) => each.includes(agency)).map((each) => fraction(1, each.length))),
  }));
}

describe('joint referrals', () => {
  it('of Medway are one by four agencies and one by two', () => {
    const credits = [
      { agency: 'police', referrals: fraction(723, 4) },
      { agency: 'idva', referrals: fraction(221, 4) },
      { agency: 'mental-health', referrals: fraction(5, 2) },
      { agency: 'voluntary', referrals: fraction(41, 4) },
      { agency: 'other', referrals: fraction(21, 4) },
      { agency: 'housing', referrals: fraction(10) },
    ];
    const joint = solveJointReferrals(credits)?.map((referral) => [...referral].sort());
    expect(joint?.toSorted((a, b) => a.length - b.length)).toEqual([
      ['mental-health', 'police'],
      ['idva', 'other', 'police', 'voluntary'],
    ]);
  });

  it('are none where every agency made whole referrals', () => {
    expect(solveJointReferrals([{ agency: 'police', referrals: fraction(71) }])).toEqual([]);
  });

  it('are shared by at least two: half a referral of one agency alone has no explanation', () => {
    expect(solveJointReferrals([{ agency: 'police', referrals: fraction(1, 2) }])).toBeNull();
  });

  it('cannot explain parts of which no equal shares exist', () => {
    const credits = [
      { agency: 'police', referrals: fraction(2, 5) },
      { agency: 'idva', referrals: fraction(3, 5) },
    ];
    expect(solveJointReferrals(credits)).toBeNull();
  });

  it('give back exactly the parts of whatever agencies had really referred together', () => {
    const shared = fc.subarray(agencies, { minLength: 2 });
    fc.assert(
      fc.property(fc.array(shared, { maxLength: 2 }), (referrals) => {
        const credits = credited(referrals);
        // Shares that add up to a whole referral leave no part behind, and the rest may have no explanation without it.
        fc.pre(credits.every(({ referrals: sum }) => compareFractions(sum, fraction(1)) < 0));
        expect(credited(solveJointReferrals(credits) ?? [])).toEqual(credits);
      }),
    );
  });
});
