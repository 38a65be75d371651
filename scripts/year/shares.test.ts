import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOf } from './random.ts';
import { choosePairs, spreadChildren } from './shares.ts';

describe('sharing out a figure among pairs', () => {
  it('counts a pair once for each of its cases', () => {
    const cases = [3, 1, 1, 2, 1];
    for (let target = 0; target <= 8; target += 1) {
      const chosen = choosePairs(chanceOf(String(target)), [...cases, ...new Array<number>(8).fill(1)], target);
      const counted = chosen.reduce((sum, isChosen, pair) => sum + (isChosen ? (cases[pair] ?? 1) : 0), 0);
      expect(counted).toBe(target);
    }
  });

  it('says so where a figure cannot be met', () => {
    expect(() => choosePairs(chanceOf('any'), [2, 2], 3)).toThrow('exactly 3 cases');
    expect(() => spreadChildren(chanceOf('any'), [1], 100)).toThrow('exactly 100 children');
  });

  it('comes to exactly the children of the table, with no household of fewer than none or more than six', () => {
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 60 }), fc.integer({ min: 60, max: 120 }), (pairs, target) => {
        const cases = Array.from({ length: pairs }, (_, pair) => (pair % 5 === 0 ? 2 : 1));
        const children = spreadChildren(chanceOf(`${String(pairs)} ${String(target)}`), cases, target);
        expect(children.reduce((sum, count, pair) => sum + count * (cases[pair] ?? 0), 0)).toBe(target);
        expect(children.every((count) => count >= 0 && count <= 6)).toBe(true);
      }),
    );
  });
});
