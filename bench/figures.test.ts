import { describe, expect, it } from 'vitest';
import { figureAlone, figureOfPairs, isMet, median, percentile, regressions, rounded } from './figures.ts';

const atMost = (value: number) => ({ is: 'atMost', value }) as const;
const atLeast = (value: number) => ({ is: 'atLeast', value }) as const;

describe('the figures of a measurement', () => {
  it('are medians: one pair that went wrong moves nothing', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(() => median([])).toThrow('no percentile');
  });

  it('give percentiles in proportion between two values', () => {
    expect(percentile([10, 20, 30, 40, 50], 0.99)).toBeCloseTo(49.6);
    expect(percentile([50, 10], 1)).toBe(50);
    expect(percentile([7], 0.99)).toBe(7);
  });

  it('of pairs are the median of each pair’s own ratio, not the ratio of two medians', () => {
    const pairs = [
      { ours: 10, beside: 10 },
      { ours: 40, beside: 20 },
      { ours: 90, beside: 30 },
    ];
    const figure = figureOfPairs('p50', 'ms', pairs, atMost(1.5));
    expect(figure.pairs).toEqual([1, 2, 3]);
    expect(figure).toMatchObject({ value: 2, ours: 40, beside: 20, met: false });
    expect(figureOfPairs('rate', '/s', pairs, atLeast(2)).met).toBe(true);
  });

  it('may stand alone', () => {
    expect(figureAlone('early', 'mails', [0, 0, 1], atMost(0))).toMatchObject({ value: 0, beside: null, met: true });
    expect(isMet(39.9, atLeast(40))).toBe(false);
  });

  it('that became worse by more than a fifth are named, whichever way is worse', () => {
    const p50 = (value: number) => figureAlone('p50', 'ms', [value], atMost(1.5));
    const rate = (value: number) => figureAlone('rate', '/s', [value], atLeast(0.6));
    const before = [p50(1), rate(1)];
    expect(regressions('open-case', before, [p50(1.2), rate(0.8)])).toEqual([]);
    expect(regressions('open-case', before, [p50(0.5), rate(2)])).toEqual([]);
    expect(regressions('open-case', before, [p50(1.21), rate(0.79)])).toEqual([
      'open-case, p50: 1 before, 1.21 now',
      'open-case, rate: 1 before, 0.79 now',
    ]);
    expect(regressions('open-case', [], [p50(9)])).toEqual([]);
  });

  it('are written with three digits that count', () => {
    expect([1234.5, 12.345, 1.2345, 0.012345, 0].map(rounded)).toEqual(['1,235', '12.3', '1.23', '0.0123', '0']);
  });
});
