import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseReferenceFrom, isCaseReference, looksLikeReference, readCaseReference } from './caseReference.ts';

const references = fc.uint8Array({ minLength: 8, maxLength: 8 }).map(caseReferenceFrom);
const places = fc.constantFrom(0, 1, 2, 3, 5, 6, 7, 8);
const symbol = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789');

function withSymbol(reference: string, place: number, other: string): string {
  return reference.slice(0, place) + other + reference.slice(place + 1);
}

describe('the public reference of a case', () => {
  test('is two groups of four without vowels or symbols that look alike', () => {
    fc.assert(
      fc.property(references, (reference) => {
        expect(reference).toMatch(/^[2-9CDFHJKMNPQRTWXY]{4}-[2-9CDFHJKMNPQRTWXY]{4}$/);
        expect(isCaseReference(reference)).toBe(true);
      }),
    );
  });

  test('gives away any single wrong symbol', () => {
    fc.assert(
      fc.property(references, places, symbol, (reference, place, wrong) => {
        fc.pre(reference[place] !== wrong);
        expect(readCaseReference(withSymbol(reference, place, wrong))).toBeNull();
      }),
      { numRuns: 2000 },
    );
  });

  test('gives away any two symbols that changed places', () => {
    fc.assert(
      fc.property(references, places, places, (reference, one, other) => {
        const [a = '', b = ''] = [reference[one], reference[other]];
        fc.pre(a !== b);
        expect(readCaseReference(withSymbol(withSymbol(reference, one, b), other, a))).toBeNull();
      }),
      { numRuns: 2000 },
    );
  });

  test('is read however it is typed', () => {
    const reference = caseReferenceFrom(new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]));
    expect(readCaseReference(` ${reference.toLowerCase().replace('-', ' ')} `)).toBe(reference);
    expect(isCaseReference(reference.toLowerCase())).toBe(false);
  });

  test.each(['', 'KMT4', 'KMT4-9RQX-2', '????-????'])('%j is none', (text) => {
    expect(readCaseReference(text)).toBeNull();
  });

  test.each([
    ['KMT4-9RQY', true],
    ['kmt49rqy', true],
    ['KMTX-ABCD', true],
    ['Castelli', false],
    ['Amy Adeyemi', false],
    ['KMT4-9RQ', false],
  ])('%j is taken for a mistyped one: %j', (text, looks) => {
    expect(looksLikeReference(text)).toBe(looks);
  });

  test('the same bytes give the same reference, other bytes nearly always another', () => {
    const made = Array.from({ length: 5000 }, (_, n) =>
      caseReferenceFrom(new Uint8Array([n, n >> 8, 7, n * 3, 9, n * 7, 1, n])),
    );
    expect(new Set(made).size).toBe(5000);
    expect(made[1]).toBe(caseReferenceFrom(new Uint8Array([1, 0, 7, 3, 9, 7, 1, 1])));
  });
});
