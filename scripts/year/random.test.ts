import { describe, expect, it } from 'vitest';
import { chanceOf } from './random.ts';

const drawn = (name: string): number[] => {
  const chance = chanceOf(name);
  return Array.from({ length: 1_000 }, () => chance.next());
};

describe('the stream of chance', () => {
  it('is the same for the same name on every run and every machine', () => {
    expect(drawn('dover')).toEqual(drawn('dover'));
    expect(chanceOf('dover').between(0, 999_999)).toBe(465_260);
  });

  it('is another for another name', () => {
    expect(drawn('dover')).not.toEqual(drawn('thanet'));
  });

  it('spreads over its range and keeps to it', () => {
    const numbers = drawn('spread');
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    expect(numbers.filter((number) => number < 0.5).length).toBeGreaterThan(400);
    expect(numbers.filter((number) => number < 0.5).length).toBeLessThan(600);
  });

  it('weighs names by their weights and never draws one that weighs nothing', () => {
    const chance = chanceOf('weights');
    const names = Array.from({ length: 1_000 }, () => chance.weigh({ often: 9, seldom: 1, never: 0 }));
    expect(names).not.toContain('never');
    expect(names.filter((name) => name === 'often').length).toBeGreaterThan(800);
    expect(names).toContain('seldom');
  });

  it('shuffles without losing anything', () => {
    const items = Array.from({ length: 50 }, (_, index) => index);
    const shuffled = chanceOf('cards').shuffle(items);
    expect(shuffled).not.toEqual(items);
    expect(shuffled.toSorted((a, b) => a - b)).toEqual(items);
  });
});
