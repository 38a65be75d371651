import { describe, expect, test } from 'vitest';
import { returnStatistics } from './returnStatistics.ts';
import type { Equality } from './equality.ts';

const said: Equality = {
  sex: 'female',
  ethnicity: 'whiteBritish',
  sexualOrientation: 'heterosexual',
  genderIdentity: 'sameAsAtBirth',
  disability: 'no',
};

describe('what the return counts of a victim', () => {
  test('nothing, where every answer is the usual one', () => {
    expect(returnStatistics(said, 30, 35)).toEqual({
      minorityEthnic: 'no',
      lgbt: 'no',
      disabled: 'no',
      maleVictim: 'no',
      victim16or17: 'no',
      perpetratorUnder18: 'no',
    });
  });

  test.each([
    ['minorityEthnic', { ethnicity: 'roma' }],
    ['lgbt', { sexualOrientation: 'bisexual' }],
    ['lgbt', { genderIdentity: 'differentFromAtBirth' }],
    ['lgbt', { sexualOrientation: 'notAsked', genderIdentity: 'differentFromAtBirth' }],
    ['disabled', { disability: 'yes' }],
    ['maleVictim', { sex: 'male' }],
  ] as const)('%s counts for %o', (measure, answer) => {
    expect(returnStatistics({ ...said, ...answer }, 30, 35)[measure]).toBe('yes');
  });

  test('what nobody asked or the victim would not say is not known, never "no"', () => {
    const silent: Equality = {
      sex: 'notSaid',
      ethnicity: 'notAsked',
      sexualOrientation: 'notSaid',
      genderIdentity: 'notAsked',
      disability: 'notAsked',
    };
    expect(new Set(Object.values(returnStatistics(silent, null, null)))).toEqual(new Set(['notKnown']));
    expect(returnStatistics({ ...said, sexualOrientation: 'notSaid' }, 30, 35).lgbt).toBe('notKnown');
  });

  test.each([
    [15, 'no'],
    [16, 'yes'],
    [17, 'yes'],
    [18, 'no'],
  ])('a victim of %i as one of 16 or 17: %s', (age, counted) => {
    expect(returnStatistics(said, age, 35).victim16or17).toBe(counted);
  });

  test('somebody causing harm who is 17 counts as under 18, at 18 no more', () => {
    expect(returnStatistics(said, 30, 17).perpetratorUnder18).toBe('yes');
    expect(returnStatistics(said, 30, 18).perpetratorUnder18).toBe('no');
  });
});
