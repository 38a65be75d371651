import type { Chance } from './random.ts';

/**
 * Chooses pairs so that their cases come to exactly `target`: a pair counts once for each of its cases. Returns one
 * answer a pair; throws when no such choice is found.
 */
export function choosePairs(chance: Chance, casesOfPair: readonly number[], target: number): boolean[] {
  const chosen = casesOfPair.map(() => false);
  let left = target;
  for (const pair of chance.shuffle([...casesOfPair.keys()])) {
    const cases = casesOfPair[pair] ?? 0;
    if (cases > left) continue;
    chosen[pair] = true;
    left -= cases;
  }
  if (left !== 0) throw new Error(`No pairs have exactly ${String(target)} cases.`);
  return chosen;
}

const mostChildren = 6;

/**
 * How many children each pair's household has, so that counting them in each of the pair's cases comes to exactly
 * `target`; throws when that cannot be reached.
 */
export function spreadChildren(chance: Chance, casesOfPair: readonly number[], target: number): number[] {
  const children = casesOfPair.map(() => Number(chance.weigh({ '0': 32, '1': 25, '2': 24, '3': 13, '4': 5, '5': 1 })));
  let missing = target - casesOfPair.reduce((sum, cases, pair) => sum + cases * (children[pair] ?? 0), 0);
  for (let tries = 0; missing !== 0; tries += 1) {
    if (tries > 100_000) throw new Error(`No households have exactly ${String(target)} children.`);
    const pair = chance.between(0, casesOfPair.length - 1);
    const cases = casesOfPair[pair] ?? 0;
    const change = Math.sign(missing);
    const changed = (children[pair] ?? 0) + change;
    if (cases > Math.abs(missing) || changed < 0 || changed > mostChildren) continue;
    children[pair] = changed;
    missing -= change * cases;
  }
  return children;
}
