import { describe, expect, it } from 'vitest';
import { fraction, sumFractions } from './fraction.ts';
import { figuresOf, indicatorsOf, sumFigures, type CountedCases } from './returnFigures.ts';
import { countedMeasures, referrerCategories, referrerCategory } from './returnMeasures.ts';

function counted(cases: number, referrals: CountedCases['referrals']): CountedCases {
  const counts = Object.fromEntries(countedMeasures.map((measure) => [measure, 0])) as CountedCases['counts'];
  return { counts: { ...counts, cases }, referrals };
}

describe('the figures of a return', () => {
  it('credit each agency of a joint referral with an equal part, exactly', () => {
    const figures = figuresOf(
      counted(4, [
        { agencyCode: 'police', sharedBy: 1, cases: 2 },
        { agencyCode: 'police', sharedBy: 3, cases: 1 },
        { agencyCode: 'housing', sharedBy: 3, cases: 1 },
        { agencyCode: 'education', sharedBy: 3, cases: 1 },
        { agencyCode: 'medway-idva-service', sharedBy: 2, cases: 1 },
        { agencyCode: 'kent-idva-service', sharedBy: 2, cases: 1 },
      ]),
    );
    expect(figures.police).toEqual(fraction(7, 3));
    expect(figures.housing).toEqual(fraction(1, 3));
    expect(figures.idva).toEqual(fraction(1));
    expect(sumFractions(referrerCategories.map((category) => figures[category]))).toEqual(figures.cases);
  });

  it('count a referral by an agency without a line of its own as by others', () => {
    expect(referrerCategory('fire')).toBe('other');
    expect(referrerCategory('an-agency-added-later')).toBe('other');
  });

  it('of several areas are the exact sum of theirs', () => {
    const third = figuresOf(counted(1, [{ agencyCode: 'police', sharedBy: 3, cases: 1 }]));
    expect(sumFigures([third, third, third]).police).toEqual(fraction(1));
    expect(sumFigures([]).cases).toEqual(fraction(0));
  });

  it('have no rates where nothing was heard', () => {
    expect(indicatorsOf(sumFigures([]))).toEqual({ repeatRate: null, policeShare: null });
  });

  it('give the repeat rate and the police’s share of referrals among the cases', () => {
    const figures = figuresOf({
      ...counted(8, [{ agencyCode: 'police', sharedBy: 2, cases: 5 }]),
      counts: { ...counted(8, []).counts, repeats: 2 },
    });
    expect(indicatorsOf(figures)).toEqual({ repeatRate: fraction(1, 4), policeShare: fraction(5, 16) });
  });
});
