/**
 * An exact fraction in lowest terms, `d` always positive. A joint referral counts 1/n for each of its n agencies, so
 * a return is added up in these and never in floating point.
 */
export interface Fraction {
  readonly n: number;
  readonly d: number;
}

export const zero: Fraction = { n: 0, d: 1 };

/** The fraction n/d in lowest terms; throws on a zero denominator, or on a number too large to be held exactly. */
export function fraction(n: number, d = 1): Fraction {
  if (!Number.isSafeInteger(n) || !Number.isSafeInteger(d)) {
    throw new RangeError('A fraction is made of whole numbers that can be held exactly.');
  }
  if (d === 0) throw new RangeError('A fraction cannot have a denominator of zero.');
  const divisor = greatestCommonDivisor(Math.abs(n), Math.abs(d)) * Math.sign(d);
  // `+ 0` keeps a negative zero from being a second way of writing nothing.
  return { n: n / divisor + 0, d: d / divisor };
}

/** The exact sum of two fractions; throws when it could no longer be held exactly. */
export function addFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d + b.n * a.d, a.d * b.d);
}

/** The exact difference `a - b`; throws when it could no longer be held exactly. */
export function subtractFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d - b.n * a.d, a.d * b.d);
}

/** The exact sum of any number of fractions, zero for none. */
export function sumFractions(fractions: Iterable<Fraction>): Fraction {
  let sum = zero;
  for (const each of fractions) sum = addFractions(sum, each);
  return sum;
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`; throws when that cannot be held exactly. */
export function compareFractions(a: Fraction, b: Fraction): number {
  return subtractFractions(a, b).n;
}

/** Whether two fractions are the same number, in lowest terms or not. */
export function equalFractions(a: Fraction, b: Fraction): boolean {
  return compareFractions(a, b) === 0;
}

/** The largest whole number not above the fraction, and the part left over, which lies in [0, 1). */
export function splitFraction(value: Fraction): { readonly whole: number; readonly rest: Fraction } {
  const whole = Math.floor(value.n / value.d);
  return { whole, rest: fraction(value.n - whole * value.d, value.d) };
}

/** How a person reads it: `180.75` where the decimals end, else the exact `10 1/3`; never rounded. */
export function formatFraction(value: Fraction): string {
  const places = decimalPlaces(value.d);
  const sign = value.n < 0 ? '-' : '';
  const { whole, rest } = splitFraction({ n: Math.abs(value.n), d: value.d });
  if (rest.n === 0) return `${sign}${String(whole)}`;
  if (places === null) return `${sign}${whole === 0 ? '' : `${String(whole)} `}${String(rest.n)}/${String(rest.d)}`;
  const decimals = String(rest.n * (10 ** places / rest.d)).padStart(places, '0');
  return `${sign}${String(whole)}.${decimals}`;
}

/** Reads `291`, `180.75` or `10 1/3` exactly; refuses anything else with `notAFraction`. */
export function parseFraction(
  text: string,
): { readonly ok: true; readonly value: Fraction } | { readonly ok: false; readonly code: 'notAFraction' } {
  const decimal = /^(-?)(\d{1,9})(?:\.(\d{1,6}))?$/.exec(text);
  if (decimal) {
    const [, sign, whole = '', decimals = ''] = decimal;
    const n = Number(whole + decimals);
    return { ok: true, value: fraction(sign === '-' ? -n : n, 10 ** decimals.length) };
  }
  const mixed = /^(-?)(?:(\d{1,9}) )?(\d{1,6})\/([1-9]\d{0,5})$/.exec(text);
  if (mixed) {
    const [, sign, whole = '0', top = '', bottom = ''] = mixed;
    const n = Number(whole) * Number(bottom) + Number(top);
    return { ok: true, value: fraction(sign === '-' ? -n : n, Number(bottom)) };
  }
  return { ok: false, code: 'notAFraction' };
}

/** Longer decimals nobody reads: the fraction itself is shorter, and both ways are read back exactly. */
const mostDecimals = 6;

/** How many decimals write a denominator out in full, or null where they never end or are too many to read. */
function decimalPlaces(d: number): number | null {
  for (let places = 0, power = 1; places <= mostDecimals; places += 1, power *= 10) {
    if (power % d === 0) return places;
  }
  return null;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
