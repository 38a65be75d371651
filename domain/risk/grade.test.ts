import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeOfCount, grades, higherGrade } from './grade.ts';

const thresholds = { highFrom: 14, mediumFrom: 10 };
const aGrade = fc.constantFrom(null, ...grades);

describe('a grade of risk', () => {
  it.each([
    [0, 'standard'],
    [9, 'standard'],
    [10, 'medium'],
    [13, 'medium'],
    [14, 'high'],
    [24, 'high'],
    [null, null],
  ] as const)('of a count of %s is %s', (count, grade) => {
    expect(gradeOfCount(count, thresholds)).toBe(grade);
  });

  it('is the higher of two, in whichever order they are named', () => {
    expect(higherGrade('standard', 'high')).toBe('high');
    expect(higherGrade('medium', 'standard')).toBe('medium');
    expect(higherGrade(null, 'standard')).toBe('standard');
    fc.assert(fc.property(aGrade, aGrade, (a, b) => higherGrade(a, b) === higherGrade(b, a)));
  });

  it('never falls by asking one more', () => {
    const rank = (grade: ReturnType<typeof higherGrade>) => (grade === null ? -1 : grades.indexOf(grade));
    fc.assert(
      fc.property(
        aGrade,
        aGrade,
        aGrade,
        (a, b, c) => rank(higherGrade(higherGrade(a, b), c)) >= Math.max(rank(a), rank(b), rank(c)),
      ),
    );
  });
});
