import { describe, expect, it } from 'vitest';
import { nationalClocks } from './nationalClocks.ts';
import { describeRule } from './describeRule.ts';

describe('the rule of a clock in words', () => {
  it('says what is to be done, by when, and why it may wait', () => {
    const rule = { ...nationalClocks.firstContact, pauseReasons: ['victimAbroad', 'policeOperation'] as const };
    expect(describeRule('firstContact', rule)).toBe(
      'First contact by the IDVA: 2 working days after the referral; may be paused: the victim is abroad, a police operation',
    );
    expect(describeRule('screen', nationalClocks.screen)).toBe(
      'Screen the referral: 1 working day after the referral; never paused',
    );
  });
});
