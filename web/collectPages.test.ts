import { describe, expect, it } from 'vitest';
import { problem } from '../contracts/problemCode.ts';
import { collectPages } from './collectPages.ts';

/** A list of so many numbers, two a page. */
const listOf = (count: number) => async (after: { readonly id: string } | null) => {
  const from = Number(after?.id ?? 0);
  const items = [from, from + 1].filter((each) => each < count);
  const next = from + 2 < count ? { at: '', id: String(from + 2) } : null;
  return Promise.resolve({ ok: true as const, items, next });
};

describe('the pages of a list', () => {
  it('are put together to its end', async () => {
    expect(await collectPages(listOf(5), 100)).toEqual({ ok: true, items: [0, 1, 2, 3, 4], more: false });
    expect(await collectPages(listOf(4), 4)).toEqual({ ok: true, items: [0, 1, 2, 3], more: false });
  });

  it('say that there is more where they were not all taken', async () => {
    expect(await collectPages(listOf(5), 4)).toEqual({ ok: true, items: [0, 1, 2, 3], more: true });
  });

  it('are none where one of them is refused', async () => {
    expect(await collectPages(() => Promise.resolve(problem('UNKNOWN_AREA')), 4)).toEqual(problem('UNKNOWN_AREA'));
  });
});
