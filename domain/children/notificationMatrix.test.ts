import { describe, expect, it } from 'vitest';
import { monthly, policyOf } from '../../tests/builders/world.ts';
import { isNotificationOwed } from './notificationMatrix.ts';

describe('the matrix of children’s notifications', () => {
  it.each([
    ['unborn', true, true, true],
    ['underOne', true, true, true],
    ['oneToSeventeen', true, true, false],
    ['adult', false, false, false],
  ] as const)('owes one for a child who is %s: high %s, medium %s, standard %s', (age, high, medium, standard) => {
    expect(isNotificationOwed(age, 'high', monthly)).toBe(high);
    expect(isNotificationOwed(age, 'medium', monthly)).toBe(medium);
    expect(isNotificationOwed(age, 'standard', monthly)).toBe(standard);
  });

  it('is policy: an area may notify of every child at every grade', () => {
    const every = policyOf('maidstone', { children: { underAgeAtStandard: { value: 18, source: 'test' } } });
    expect(isNotificationOwed('oneToSeventeen', 'standard', every)).toBe(true);
    expect(isNotificationOwed('adult', 'standard', every)).toBe(false);
  });
});
