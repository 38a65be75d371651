import { describe, expect, it, vi } from 'vitest';
import type { Sending } from '../store/notices/recordSendings.ts';
import { createSendingBook } from './sendingBook.ts';

const sent = (id: string): Sending => ({ id, outcome: 'sent', at: '2026-03-13T09:00:00.000Z' });

describe('what was sent', () => {
  it('is written at once, and together what comes while a writing is under way', async () => {
    const writings: string[][] = [];
    const finish: (() => void)[] = [];
    const book = createSendingBook(
      (sendings) => {
        writings.push(sendings.map(({ id }) => id));
        return new Promise((resolve) => finish.push(resolve));
      },
      () => undefined,
    );
    for (const id of ['a', 'b', 'c']) book.add(sent(id));
    expect(writings).toEqual([['a']]);
    finish.shift()?.();
    await vi.waitFor(() => expect(writings).toEqual([['a'], ['b', 'c']]));
    finish.shift()?.();
    expect(await book.written(1_000)).toBe(true);
  });

  it('is kept while the database is away and written when it is back', async () => {
    vi.useFakeTimers();
    try {
      const written: string[] = [];
      let away = true;
      let troubles = 0;
      const book = createSendingBook(
        async (sendings) => {
          if (away) throw new Error('away');
          written.push(...sendings.map(({ id }) => id));
        },
        () => (troubles += 1),
      );
      book.add(sent('a'));
      book.add(sent('b'));
      await vi.advanceTimersByTimeAsync(1_100);
      expect([written, book.isStuck()]).toEqual([[], true]);
      expect(troubles).toBeGreaterThan(1);
      const givenUp = book.written(50);
      await vi.advanceTimersByTimeAsync(60);
      expect(await givenUp).toBe(false);
      away = false;
      await vi.advanceTimersByTimeAsync(600);
      expect([written, book.isStuck(), await book.written(1_000)]).toEqual([['a', 'b'], false, true]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('is all written while there is nothing to write', async () => {
    const book = createSendingBook(
      async () => undefined,
      () => undefined,
    );
    expect(await book.written(0)).toBe(true);
  });
});
