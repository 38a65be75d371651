import { percentile } from './figures.ts';

/** What a number of callers got, in milliseconds and requests a second. */
export interface CallersGot {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly perSecond: number;
}

/** So many callers, each sending the next piece of work as soon as its last is answered, until all of it is done. */
export async function callers(
  count: number,
  total: number,
  send: (piece: number, caller: number) => Promise<unknown>,
): Promise<CallersGot> {
  const took: number[] = [];
  let next = 0;
  const began = performance.now();
  const work = async (caller: number): Promise<void> => {
    while (next < total) {
      const piece = next;
      next += 1;
      const sent = performance.now();
      await send(piece, caller);
      took.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: count }, (_, caller) => work(caller)));
  const seconds = (performance.now() - began) / 1000;
  const [p50, p95, p99] = [percentile(took, 0.5), percentile(took, 0.95), percentile(took, 0.99)];
  return { p50, p95, p99, perSecond: total / seconds };
}
