import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes minutes, the longest first: how the path of a file begins below the root. */
const long = ['tests/faults/', 'tests/web/journeys/', 'tests/e2e/everyLadder', 'tests/web/', 'tests/e2e/'];

/**
 * Begins with the files that take longest. A fresh checkout knows of no earlier run and would go by their size: the
 * longest of all are among the smallest, and one that is begun last leaves every other worker idle.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => placeOf(one.moduleId) - placeOf(other.moduleId));
  }
}

/** Which of the long ones a file is; whatever is none of them comes after all of these. */
export function placeOf(file: string): number {
  const place = long.findIndex((beginning) => file.includes(`/${beginning}`));
  return place === -1 ? long.length : place;
}
