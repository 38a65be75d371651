import { describe, expect, it } from 'vitest';
import { clockKinds } from '../clocks/clockKind.ts';
import { dueTypeOf } from '../clocks/clockRule.ts';
import { ladderNames } from '../clocks/ladder.ts';
import { defaultPolicyEntries } from './defaults.ts';
import { kentAndMedwayAreas } from './kentAndMedway.ts';
import { policyInForce } from './policyInForce.ts';

const policies = [...kentAndMedwayAreas, 'elsewhere'].flatMap((area) =>
  ['2012-06-01', '2026-01-01'].map((date) => policyInForce(defaultPolicyEntries, area, date)),
);

/** Every object in a policy that holds a value or a rule, with its path. */
function sourced(part: unknown, path = ''): { path: string; source: unknown }[] {
  if (typeof part !== 'object' || part === null) return [];
  const inner = Object.entries(part).flatMap(([key, value]) => sourced(value, `${path}/${key}`));
  const needsSource = 'value' in part || 'rungs' in part || ('type' in part && !('rungs' in part));
  return needsSource ? [{ path, source: (part as { source?: unknown }).source }, ...inner] : inner;
}

describe('the policy that comes with the product', () => {
  it('gives a source beside every figure, rule and ladder', () => {
    const all = policies.flatMap((policy) => sourced(policy));
    expect(all.length).toBeGreaterThan(60 * policies.length);
    expect(all.filter(({ source }) => typeof source !== 'string' || source.length < 10)).toEqual([]);
  });

  it.each(clockKinds)('gives %s a ladder of its type, with a first rung and somebody on every rung', (kind) => {
    for (const policy of policies) {
      const rule = policy.clocks[kind];
      const ladder = policy.ladders[rule.ladder];
      for (const due of [rule.due, rule.whenUrgent, rule.whenNotUrgent]) {
        if (due !== undefined) expect(dueTypeOf(due)).toBe(ladder.type);
      }
      expect(ladder.rungs.length).toBeGreaterThan(0);
      expect([...ladder.rungs, ...(ladder.then ? [ladder.then] : [])].filter(({ to }) => to.length === 0)).toEqual([]);
      expect(new Set(ladder.rungs.map(({ label }) => label)).size).toBe(ladder.rungs.length);
    }
  });

  it('lets no ladder go quiet but those whose clock ends by itself, and repeats at least weekly', () => {
    for (const { ladders } of policies) {
      expect(ladderNames.filter((name) => ladders[name].then === null)).toEqual(['hearing', 'flag']);
      const slow = ladderNames.filter(
        (name) => (ladders[name].then?.every ?? 0) > (ladders[name].type === 'day' ? 7 : 24),
      );
      expect(slow).toEqual([]);
    }
  });

  it('has urgent kinds that are instants', () => {
    for (const { clocks } of policies) {
      const urgent = clockKinds.flatMap((kind) => clocks[kind].urgentKind ?? []);
      expect(urgent).toEqual(['urgentAction', 'urgentAcknowledgement', 'urgentChildNotified']);
      expect(urgent.map((kind) => dueTypeOf(clocks[kind].due))).toEqual(['instant', 'instant', 'instant']);
    }
  });

  it('keeps every ladder in use', () => {
    const used = new Set(clockKinds.map((kind) => policies[0]?.clocks[kind].ladder));
    expect(ladderNames.filter((name) => !used.has(name))).toEqual([]);
  });

  it('is plain JSON, so that a row of a table can hold it', () => {
    for (const policy of policies) expect(JSON.parse(JSON.stringify(policy))).toEqual(policy);
  });
});
