import { describe, expect, it } from 'vitest';
import { ageBandOn } from './ageBand.ts';

describe('the band a child is in', () => {
  it.each([
    ['without a date of birth', null, '2026-03-02', 'unborn'],
    ['before the birth', '2026-03-03', '2026-03-02', 'unborn'],
    ['on the day of birth', '2026-03-02', '2026-03-02', 'underOne'],
    ['on the day before the first birthday', '2025-03-03', '2026-03-02', 'underOne'],
    ['on the first birthday', '2025-03-02', '2026-03-02', 'oneToSeventeen'],
    ['on the day before coming of age', '2008-03-03', '2026-03-02', 'oneToSeventeen'],
    ['on coming of age', '2008-03-02', '2026-03-02', 'adult'],
    ['born on 29 February, on 28 February eighteen years later', '2008-02-29', '2026-02-28', 'oneToSeventeen'],
    ['born on 29 February, on 1 March eighteen years later', '2008-02-29', '2026-03-01', 'adult'],
  ] as const)('%s', (_, born, on, band) => {
    expect(ageBandOn(born, on)).toBe(band);
  });
});
