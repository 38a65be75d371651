import type { Sending } from '../store/notices/recordSendings.ts';

/** What became of sendings on its way to the database: written at once, many together while a writing is under way. */
export interface SendingBook {
  add(sending: Sending): void;
  /** Until everything added so far is written; gives up after so many milliseconds and says whether all is written. */
  written(patienceMs: number): Promise<boolean>;
  /** Whether the last writing failed and what it was to write is still waiting. */
  isStuck(): boolean;
}

const most = 500;
const retryMs = 500;

/** A book over a function that writes sendings. A failed writing is repeated until it succeeds: nothing is dropped. */
export function createSendingBook(
  write: (sendings: readonly Sending[]) => Promise<void>,
  onTrouble: (error: unknown) => void,
): SendingBook {
  const kept: Sending[] = [];
  const waiting = new Set<() => void>();
  let writing = false;
  let stuck = false;

  const writeAll = async (): Promise<void> => {
    writing = true;
    while (kept.length > 0) {
      const batch = kept.slice(0, most);
      try {
        await write(batch);
        kept.splice(0, batch.length);
        stuck = false;
      } catch (error) {
        stuck = true;
        onTrouble(error);
        await new Promise((resolve) => setTimeout(resolve, retryMs));
      }
    }
    writing = false;
    for (const done of waiting) done();
  };

  return {
    add(sending) {
      kept.push(sending);
      if (!writing) void writeAll();
    },
    isStuck: () => stuck,
    async written(patienceMs) {
      if (!writing) return true;
      return new Promise((resolve) => {
        const finish = (all: boolean) => () => {
          clearTimeout(timer);
          waiting.delete(done);
          resolve(all);
        };
        const done = finish(true);
        const timer = setTimeout(finish(false), patienceMs);
        waiting.add(done);
      });
    },
  };
}
