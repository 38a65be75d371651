/** A stream of chance that is the same on every run: the year behind the figures is invented once and for all. */
export interface Chance {
  /** A number in [0, 1). */
  readonly next: () => number;
  /** A whole number from `from` to `to`, both included. */
  readonly between: (from: number, to: number) => number;
  /** True with the given probability. */
  readonly happens: (probability: number) => boolean;
  /** One of the items; throws when there are none. */
  readonly pick: <T>(items: readonly T[]) => T;
  /** One of the names, in proportion to the weights beside them. */
  readonly weigh: <T extends string>(weights: Readonly<Record<T, number>>) => T;
  /** The items in another order. */
  readonly shuffle: <T>(items: readonly T[]) => T[];
}

/** The stream that belongs to a name, so that each area has its own and stays the same when another changes. */
export function chanceOf(name: string): Chance {
  const next = mulberry32(hash(name));
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new Error('There is nothing to pick from.');
    return items[between(0, items.length - 1)] as T;
  };
  const shuffle = <T>(items: readonly T[]): T[] => {
    const order = items.map((item) => ({ item, rank: next() }));
    return order.sort((a, b) => a.rank - b.rank).map(({ item }) => item);
  };
  return { next, between, pick, shuffle, happens: (probability) => next() < probability, weigh: weighing(next) };
}

function weighing(next: () => number): Chance['weigh'] {
  return <T extends string>(weights: Readonly<Record<T, number>>): T => {
    const entries = Object.entries(weights) as [T, number][];
    let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [name, weight] of entries) {
      if (left < weight) return name;
      left -= weight;
    }
    throw new Error('There is nothing to weigh.');
  };
}

/** The generator known as mulberry32: 32 bits of state, good enough to invent a year and small enough to read. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** FNV-1a over the characters of a name. */
function hash(name: string): number {
  let value = 0x811c9dc5;
  for (const character of name) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}
