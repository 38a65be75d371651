import fc from 'fast-check';
import type { Rules } from '../simulatedCase.ts';
import { aWholeLife } from './aWholeLife.ts';
import { type Lived, liveThrough } from './liveThrough.ts';

/** A life in which something was wrong, by the seed that makes it again. */
export interface Found extends Lived {
  readonly seed: number;
  readonly wrong: string;
}

export interface Simulated {
  readonly lives: number;
  readonly caseYears: number;
  readonly facts: number;
  readonly found: readonly Found[];
}

/** The life that belongs to a seed, lived by the rules given; the same on every machine. */
export function lifeOf(seed: number, rules?: Rules): Lived {
  const [life] = fc.sample(aWholeLife, { seed, numRuns: 1 });
  if (!life) throw new Error(`Seed ${seed} made no life.`);
  return liveThrough(life, rules);
}

export interface SimulationPlan {
  readonly firstSeed: number;
  readonly caseYears: number;
  /** So many lives with something wrong are enough. */
  readonly stopAfter: number;
  /** Hears of every thousandth case-year, for long runs. */
  readonly told?: (caseYears: number) => void;
}

/** Lives lives from a first seed on until so many case-years have passed, or until something is wrong in so many of them. */
export function simulate({ firstSeed, caseYears, stopAfter, told }: SimulationPlan, rules?: Rules): Simulated {
  const found: Found[] = [];
  let [days, lives, facts] = [0, 0, 0];
  for (; days < caseYears * 365 && found.length < stopAfter; lives += 1) {
    const seed = firstSeed + lives;
    const lived = lifeOf(seed, rules);
    const thousands = Math.floor(days / 365_000);
    days += lived.days;
    if (Math.floor(days / 365_000) > thousands) told?.(Math.floor(days / 365_000) * 1_000);
    facts += lived.facts.length;
    if (lived.wrong !== null) found.push({ ...lived, seed, wrong: lived.wrong });
  }
  return { lives, caseYears: days / 365, facts, found };
}
