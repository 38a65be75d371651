import { describe, expect, it } from 'vitest';
import { type Birth, grownUntil } from './grownUntil.ts';

const birth = (known: Partial<Birth>): Birth => ({ bornOn: null, expectedOn: null, toldOn: '2026-03-02', ...known });
const then = (ageBand: 'unborn' | 'underOne' | 'oneToSeventeen' | 'adult', ofSchoolAge = false) => ({
  ageBand,
  ofSchoolAge,
});

describe('a child of an earlier referral', () => {
  it.each([
    ['begins reception', '2022-08-31', then('oneToSeventeen'), '2026-09-01', then('oneToSeventeen', true)],
    ['is not at school the day before', '2022-08-31', then('oneToSeventeen'), '2026-08-31', then('oneToSeventeen')],
    ['is of age, and no school’s any more', '2008-06-10', then('oneToSeventeen', true), '2026-06-10', then('adult')],
    [
      'is seventeen the day before',
      '2008-06-10',
      then('oneToSeventeen', true),
      '2026-06-09',
      then('oneToSeventeen', true),
    ],
    ['has had the first birthday', '2025-09-20', then('underOne'), '2026-09-20', then('oneToSeventeen')],
  ] as const)('%s', (_what, bornOn, before, on, after) => {
    expect(grownUntil(on, birth({ bornOn }), before)).toEqual(after);
  });

  it('that was not born yet is born on the day they were expected', () => {
    const known = birth({ expectedOn: '2026-05-20' });
    expect(grownUntil('2026-05-19', known, then('unborn'))).toEqual(then('unborn'));
    expect(grownUntil('2026-05-20', known, then('unborn'))).toEqual(then('underOne'));
    expect(grownUntil('2027-05-20', known, then('unborn'))).toEqual(then('oneToSeventeen'));
  });

  it('that nobody had named a day for is born 42 weeks after the referral', () => {
    expect(grownUntil('2026-12-20', birth({}), then('unborn'))).toEqual(then('unborn'));
    expect(grownUntil('2026-12-21', birth({}), then('unborn'))).toEqual(then('underOne'));
  });

  it('whose date of birth nobody may know any more is as old as they were', () => {
    for (const before of [then('oneToSeventeen', true), then('underOne'), then('adult')])
      expect(grownUntil('2027-01-04', birth({}), before)).toEqual(before);
  });
});
