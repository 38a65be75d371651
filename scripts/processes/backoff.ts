const firstMs = 500;
const longestMs = 30_000;
/** A process that ran this long was well: what ended it then is a new trouble. */
export const healthyAfterMs = 60_000;

/** How long to wait before starting a process again, in milliseconds, after it ended so many times in a row. */
export function backoff(endedInARow: number): number {
  return Math.min(longestMs, firstMs * 2 ** Math.max(0, endedInARow - 1));
}
