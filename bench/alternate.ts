import type { Figure } from './figures.ts';
import type { Bench } from './row.ts';

/** What both sides came to when they had their turns. */
export interface Pair<T> {
  readonly ours: T;
  readonly beside: T;
}

/**
 * Runs both sides pair by pair, each beginning every other pair, so that what else the machine does falls on both. A
 * first turn of each, smaller where the side makes it so, warms them and is not counted. What the pairs come to is
 * kept after each of them: a run that is cut off has measured something.
 */
export async function alternate<T>(
  { pairs, say, keep }: Pick<Bench, 'pairs' | 'say' | 'keep'>,
  ours: (turn: number) => Promise<T>,
  beside: (turn: number) => Promise<T>,
  figuresOf: (measured: readonly Pair<T>[]) => readonly Figure[],
): Promise<readonly Figure[]> {
  const measured: Pair<T>[] = [];
  await ours(0);
  await beside(0);
  for (let turn = 1; turn <= pairs; turn += 1) {
    const first = turn % 2 === 1 ? await ours(turn) : undefined;
    const other = await beside(turn);
    measured.push({ ours: first ?? (await ours(turn)), beside: other });
    say(`  pair ${String(turn)} of ${String(pairs)}`);
    keep(figuresOf(measured));
  }
  return figuresOf(measured);
}

/** One number of both sides of every pair. */
export function each<T>(pairs: readonly Pair<T>[], number: (side: T) => number): readonly Pair<number>[] {
  return pairs.map(({ ours, beside }) => ({ ours: number(ours), beside: number(beside) }));
}
