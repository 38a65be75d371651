import { describe, expect, it } from 'vitest';
import { isOfSchoolAge } from './isOfSchoolAge.ts';

describe('the age at which a school is told', () => {
  it.each([
    ['not born yet', null, '2026-03-02', false],
    ['four, and in reception since September', '2021-08-31', '2025-09-01', true],
    ['four, on the last day before reception begins', '2021-08-31', '2025-08-31', false],
    ['four since 1 September, and a year younger at school', '2021-09-01', '2026-08-31', false],
    ['born on 1 September, when reception begins at last', '2021-09-01', '2026-09-01', true],
    ['born on 29 February', '2020-02-29', '2024-09-01', true],
    ['seventeen to the last day', '2008-03-03', '2026-03-02', true],
    ['eighteen', '2008-03-02', '2026-03-02', false],
  ] as const)('%s', (_, born, on, expected) => {
    expect(isOfSchoolAge(born, on)).toBe(expected);
  });
});
