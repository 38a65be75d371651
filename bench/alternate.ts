import type { Bench } from './row.ts';

/**
 * Runs both sides pair by pair, each beginning every other pair, so that what else the machine does falls on both. A
 * first turn of each, smaller where the side makes it so, warms them and is not counted.
 */
export async function alternate<T>(
  { pairs, say }: Pick<Bench, 'pairs' | 'say'>,
  ours: (turn: number) => Promise<T>,
  beside: (turn: number) => Promise<T>,
): Promise<readonly { readonly ours: T; readonly beside: T }[]> {
  const measured: { ours: T; beside: T }[] = [];
  await ours(0);
  await beside(0);
  for (let turn = 1; turn <= pairs; turn += 1) {
    const first = turn % 2 === 1 ? await ours(turn) : undefined;
    const other = await beside(turn);
    measured.push({ ours: first ?? (await ours(turn)), beside: other });
    say(`  pair ${String(turn)} of ${String(pairs)}`);
  }
  return measured;
}

/** One number of both sides of every pair. */
export function each<T>(
  pairs: readonly { readonly ours: T; readonly beside: T }[],
  number: (side: T) => number,
): readonly { readonly ours: number; readonly beside: number }[] {
  return pairs.map(({ ours, beside }) => ({ ours: number(ours), beside: number(beside) }));
}
