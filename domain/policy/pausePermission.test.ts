import { describe, expect, it } from 'vitest';
import { monthly as policy } from '../../tests/builders/world.ts';
import { changeOfPermission, isSaidAlready } from './pausePermission.ts';

const ask = { clock: 'firstContact', reason: 'awaitingCourt' } as const;

describe('a reason for which a clock may be paused', () => {
  it('is permitted beside those there are, and nothing else of the rule changes', () => {
    const { pauseReasons, ...rule } = policy.clocks.firstContact;
    expect(pauseReasons).not.toContain('awaitingCourt');
    expect(changeOfPermission(policy, { ...ask, permitted: true })).toEqual({
      clocks: { firstContact: { ...rule, pauseReasons: [...pauseReasons, 'awaitingCourt'] } },
    });
  });

  it('is withdrawn, and the others stay', () => {
    const [first = 'victimAbroad', ...others] = policy.clocks.firstContact.pauseReasons;
    expect(others.length).toBeGreaterThan(0);
    const { clocks } = changeOfPermission(policy, { ...ask, reason: first, permitted: false });
    expect(clocks?.firstContact?.pauseReasons).toEqual(others);
  });

  it('is said already where the policy says the same', () => {
    expect(isSaidAlready(policy, { ...ask, permitted: false })).toBe(true);
    expect(isSaidAlready(policy, { ...ask, permitted: true })).toBe(false);
  });
});
