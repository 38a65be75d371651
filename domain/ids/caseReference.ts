/**
 * The public reference of a case, `KMT4-9RQX`: it is read out on the phone and written on paper, so it holds no vowel
 * and nothing that is easily taken for something else (0/O, 1/I/L, 2 stays and Z goes, 5/S, 8/B, 6/G, U/V). There are
 * 23 symbols, a prime number, and every place has a weight of its own: so the last symbol, which checks the others,
 * gives away any single wrong symbol and any two that changed places.
 */
const symbols = '23456789CDFHJKMNPQRTWXY';
const weights = [8, 7, 6, 5, 4, 3, 2, 1] as const;
const length = weights.length;

/** The reference that so many random bytes stand for (8 of them, 3.4 thousand million references); says nothing about the case. */
export function caseReferenceFrom(random: Uint8Array): string {
  if (random.length < 8) throw new RangeError('A case reference takes 8 random bytes');
  let rest = random.slice(0, 8).reduce((number, byte) => number * 256n + BigInt(byte), 0n);
  const values: number[] = [];
  while (values.length < length - 1) {
    values.push(Number(rest % 23n));
    rest /= 23n;
  }
  values.push((23 - (weighted(values) % 23)) % 23);
  return grouped(values.map((value) => symbols.charAt(value)).join(''));
}

/** Whether a text is a case reference in its one spelling, check symbol included. */
export function isCaseReference(text: string): boolean {
  return readCaseReference(text) === text;
}

/** Whether a text has the shape of a reference, whatever is wrong with its symbols: eight letters and digits with at least one digit, or in two groups of four. */
export function looksLikeReference(typed: string): boolean {
  const text = typed.trim();
  if (/^[a-z\d]{4}\s*-\s*[a-z\d]{4}$/i.test(text)) return true;
  return /^[a-z\d]{8}$/i.test(text.replaceAll(/[\s-]/g, '')) && /\d/.test(text);
}

/** A reference as somebody typed it, in its one spelling; null where it is none, or one symbol of it is wrong. */
export function readCaseReference(typed: string): string | null {
  const bare = typed.toUpperCase().replaceAll(/[\s-]/g, '');
  if (bare.length !== length) return null;
  const values = [...bare].map((symbol) => symbols.indexOf(symbol));
  if (values.includes(-1) || weighted(values) % 23 !== 0) return null;
  return grouped(bare);
}

function weighted(values: readonly number[]): number {
  return values.reduce((sum, value, place) => sum + value * (weights[place] ?? 0), 0);
}

function grouped(bare: string): string {
  return `${bare.slice(0, 4)}-${bare.slice(4)}`;
}
