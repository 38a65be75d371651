import { describe, expect, it } from 'vitest';
import type { ExceptionView } from '../../../contracts/views/officeViews.ts';
import { pageOfExceptions } from './pageOfExceptions.ts';

const stuck = (reference: string, kind: ExceptionView['kind'], since: string): ExceptionView => {
  return { kind, what: '', reference, meeting: null, area: 'medway', id: null, since };
};
const undelivered = (id: string): ExceptionView => ({
  ...stuck('', 'undelivered', '2026-03-02T09:00:00.000Z'),
  ...{ reference: null, area: null, id },
});

const all = [
  stuck('CCCC-CCCC', 'unallocated', '2026-03-04T09:00:00.000Z'),
  undelivered('0190a0c4-0000-7000-8000-000000000002'),
  undelivered('0190a0c4-0000-7000-8000-000000000001'),
  stuck('AAAA-AAAA', 'unallocated', '2026-03-01T09:00:00.000Z'),
  stuck('AAAA-AAAA', 'suspended', '2026-03-01T09:00:00.000Z'),
];

/** Page after page to the end, as somebody reads who follows the link. */
function readThrough(limit: number): readonly (readonly ExceptionView[])[] {
  const pages: (readonly ExceptionView[])[] = [];
  let after: string | null = null;
  do {
    const { items, next } = pageOfExceptions(all, after, limit);
    pages.push(items);
    after = next;
  } while (after !== null && pages.length < 20);
  return pages;
}

describe('pages of what is stuck', () => {
  it.each([1, 2, 3, 4])('of %i hold everything once, the longest first', (limit) => {
    const pages = readThrough(limit);
    expect(pages).toHaveLength(Math.ceil(all.length / limit));
    const read = pages.flat();
    expect(new Set(read)).toEqual(new Set(all));
    expect(read).toHaveLength(all.length);
    expect(read.map(({ since }) => since)).toEqual(all.map(({ since }) => since).toSorted());
  });

  it('lead no further where everything is shown', () => {
    expect(pageOfExceptions(all, null, all.length).next).toBeNull();
    expect(pageOfExceptions([], null, 50)).toEqual({ items: [], next: null });
  });

  it('go on after what was seen to meanwhile', () => {
    const { next } = pageOfExceptions(all, null, 2);
    const [, ...left] = all.toSorted((one, other) => (one.since < other.since ? -1 : 1));
    expect(pageOfExceptions(left, next, 2).items.map(({ kind }) => kind)).toEqual(['undelivered', 'undelivered']);
  });
});
