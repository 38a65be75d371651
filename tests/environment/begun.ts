/** What a file begins with, once it has begun. */
export function begun<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('Asked for before it has begun: ask in a test, or in a beforeAll.');
  return thing;
}
