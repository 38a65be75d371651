const firstMs = 5_000;
const longestMs = 5 * 60_000;

/**
 * How many milliseconds to wait before a message is tried again, after so many failed attempts (1 or more): doubling
 * from 5 seconds up to 5 minutes, less up to half of it at random (`chance`, 0 to 1) so that not all come back at once.
 */
export function retryDelay(attempts: number, chance: number): number {
  const doubled = firstMs * 2 ** Math.min(Math.max(attempts, 1) - 1, 20);
  return Math.round(Math.min(doubled, longestMs) * (1 - chance / 2));
}
