import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addFractions,
  compareFractions,
  equalFractions,
  formatFraction,
  fraction,
  parseFraction,
  splitFraction,
  subtractFractions,
  sumFractions,
  zero,
} from './fraction.ts';

const anyFraction = fc
  .record({ n: fc.integer({ min: -10_000, max: 10_000 }), d: fc.integer({ min: 1, max: 1_000 }) })
  .map(({ n, d }) => fraction(n, d));

describe('fractions of a referral', () => {
  it('three agencies that refer together add up to exactly one case', () => {
    expect(sumFractions([fraction(1, 3), fraction(1, 3), fraction(1, 3)])).toEqual(fraction(1));
  });

  it('ten tenths are one, which they are not in floating point', () => {
    expect(sumFractions(Array.from({ length: 10 }, () => fraction(1, 10)))).toEqual(fraction(1));
  });

  it('nothing referred is zero, however it is written', () => {
    expect(sumFractions([])).toEqual(zero);
    expect(fraction(-0, 5)).toEqual(zero);
    expect(Object.is(fraction(0, -5).n, 0)).toBe(true);
  });

  it('is kept in lowest terms with a positive denominator', () => {
    expect(fraction(6, -8)).toEqual({ n: -3, d: 4 });
  });

  it('cannot have a denominator of zero, a part of a number, or a number too large to hold', () => {
    expect(() => fraction(1, 0)).toThrow(RangeError);
    expect(() => fraction(0.5)).toThrow(RangeError);
    expect(() => fraction(Number.MAX_SAFE_INTEGER + 1)).toThrow(RangeError);
    expect(() => addFractions(fraction(1, 2 ** 30), fraction(1, 2 ** 30 - 1))).toThrow(RangeError);
  });

  it.each([
    ['180.75', 723, 4],
    ['92.5', 185, 2],
    ['291', 291, 1],
    ['0', 0, 1],
    ['0.05', 1, 20],
    ['-2.5', -5, 2],
    ['10 1/3', 31, 3],
    ['1/3', 1, 3],
    ['-1 1/3', -4, 3],
  ])('reads and writes %s', (text, n, d) => {
    expect(parseFraction(text)).toEqual({ ok: true, value: { n, d } });
    expect(formatFraction(fraction(n, d))).toBe(text);
  });

  it.each(['', ' 1', '1,5', '1e3', '.5', '5.', '1/0', 'NaN', '0x10', '--1', '1 / 2', '9999999999'])(
    'refuses %j, which is not a figure of a return',
    (text) => {
      expect(parseFraction(text)).toEqual({ ok: false, code: 'notAFraction' });
    },
  );

  it('splits into whole cases and the part left over', () => {
    expect(splitFraction(fraction(723, 4))).toEqual({ whole: 180, rest: { n: 3, d: 4 } });
    expect(splitFraction(fraction(-1, 4))).toEqual({ whole: -1, rest: { n: 3, d: 4 } });
  });

  it('whatever is written can be read back as the same number', () => {
    fc.assert(
      fc.property(anyFraction, (value) => {
        expect(parseFraction(formatFraction(value))).toEqual({ ok: true, value });
      }),
    );
  });

  it('what is added can be taken away again, and the order of adding does not matter', () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, (a, b) => {
        expect(subtractFractions(addFractions(a, b), b)).toEqual(a);
        expect(equalFractions(addFractions(a, b), addFractions(b, a))).toBe(true);
      }),
    );
  });

  it('comparing agrees with the sign of the difference', () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, (a, b) => {
        expect(Math.sign(compareFractions(a, b))).toBe(Math.sign(subtractFractions(a, b).n));
        expect(equalFractions(a, b)).toBe(compareFractions(a, b) === 0);
      }),
    );
  });
});
