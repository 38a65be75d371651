import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { placeOf } from '../environment/longestFirst.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
const testsBelow = (folder: string) =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => path.join(root, folder, name));

describe('the order in which a run begins its files', () => {
  it('has the faults first, then the journeys, then other pages, and what is short after all of these', () => {
    const [faults] = testsBelow('tests/faults');
    const [journeys] = testsBelow('tests/web/journeys');
    const files = [...testsBelow('domain/clocks'), ...testsBelow('tests/web'), ...testsBelow('tests/faults')];
    const sorted = files.toSorted((one, other) => placeOf(one) - placeOf(other));
    expect(sorted.slice(0, 2)).toEqual([faults, journeys]);
    expect(sorted.at(2)).toContain('/tests/web/');
    expect(sorted.at(-1)).toContain('/domain/clocks/');
  });
});
