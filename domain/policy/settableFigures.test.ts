import { describe, expect, it } from 'vitest';
import { defaultPolicyEntries } from './defaults.ts';
import { policyInForce, policyNamed } from './policyInForce.ts';
import { changeOfFigure, figureUnder, settableFigures, unitOf } from './settableFigures.ts';

const policy = policyInForce(defaultPolicyEntries, 'medway', '2026-01-01');

describe('a figure that can be set', () => {
  it.each(settableFigures)('%s is read, set and nothing else with it', (place) => {
    const value = figureUnder(policy, place) + 1;
    const changes = changeOfFigure(policy, place, { value, source: 'a decision' });
    const entry = { version: 'changed', effectiveFrom: '2026-01-01', areas: ['medway'], changes };
    const changed = policyInForce([...defaultPolicyEntries, entry], 'medway', '2026-01-01');
    expect(figureUnder(changed, place)).toBe(value);
    expect(unitOf(policy, place)).not.toBe('');
    for (const other of settableFigures)
      if (other !== place) expect(figureUnder(changed, other)).toBe(figureUnder(policy, other));
  });
});

describe('a version of policy', () => {
  it('gives the policy again that had it, for every area that came with the product', () => {
    for (const area of ['medway', 'maidstone', 'an area that has said nothing']) {
      const had = policyInForce(defaultPolicyEntries, area, '2026-01-01');
      expect(policyNamed(defaultPolicyEntries, had.version)).toEqual(had);
    }
  });

  it('that is not known gives none', () => {
    expect(policyNamed(defaultPolicyEntries, 'national-1+nobody-knows')).toBeNull();
    expect(policyNamed(defaultPolicyEntries, 'nobody-knows')).toBeNull();
  });
});
