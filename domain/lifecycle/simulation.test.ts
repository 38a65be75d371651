import { describe, expect, it } from 'vitest';
import { plantedMistakes } from '../../tests/builders/simulation/plantedMistakes.ts';
import { lifeOf, simulate } from '../../tests/builders/simulation/simulate.ts';
import { rulesOfTheProduct } from '../../tests/builders/simulatedCase.ts';

/** The first life of the short form; `node scripts/run.mjs simulate` lives many more, from a seed of its own. */
const firstSeed = 20_121_113;

describe('whole case-years, with outages, pauses, moves, other policies and new bank holidays', () => {
  it('break no rule that protects somebody', { timeout: 240_000 }, () => {
    const { found, caseYears, facts } = simulate({ firstSeed, caseYears: 300, stopAfter: 1 });
    expect(found.map(({ seed, wrong, story }) => `seed ${seed}: ${wrong} after ${story.join(' → ')}`)).toEqual([]);
    expect(caseYears).toBeGreaterThanOrEqual(300);
    expect(facts).toBeGreaterThan(10_000);
  });

  it('are the same again for the same seed', () => {
    expect(lifeOf(firstSeed + 1)).toEqual(lifeOf(firstSeed + 1));
    expect(lifeOf(firstSeed + 1).facts).not.toEqual(lifeOf(firstSeed + 2).facts);
  });
});

describe('a mistake planted in the rules', () => {
  it('is found, all but one of them at least', { timeout: 480_000 }, () => {
    const missed = Object.entries(plantedMistakes).filter(([, mistake]) => {
      const { found } = simulate({ firstSeed, caseYears: 300, stopAfter: 1 }, { ...rulesOfTheProduct, ...mistake });
      return found.length === 0;
    });
    expect(Object.keys(plantedMistakes).length).toBeGreaterThanOrEqual(20);
    expect(missed.map(([what]) => what).slice(1), `missed: ${missed.map(([what]) => what).join('; ')}`).toEqual([]);
  });
});
