import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatFraction } from '../../domain/returns/fraction.ts';
import { publishedYear } from './publishedYear.ts';
import { columns, figure, parseTable, wholeFigure } from './table.ts';

const csv = readFileSync(new URL('data/marac-2012-13.csv', import.meta.url), 'utf8');

describe('the published table', () => {
  it('has twenty rows and fourteen columns that add up exactly', () => {
    const table = publishedYear();
    expect(table.size).toBe(20);
    expect([...table.values()].every((row) => row.size === 14)).toBe(true);
    expect(columns.length).toBe(14);
  });

  it('counts 1,357 cases, 317 of them repeats, and 1,886 children', () => {
    const table = publishedYear();
    expect(wholeFigure(table, 'Cases', 'Total')).toBe(1357);
    expect(wholeFigure(table, 'Repeat cases', 'Total')).toBe(317);
    expect(wholeFigure(table, 'Children in households', 'Total')).toBe(1886);
    expect(formatFraction(figure(table, 'Referred by police', 'Total'))).toBe('880.25');
  });

  it('refuses to call a part of a referral a whole number', () => {
    expect(() => wholeFigure(publishedYear(), 'Referred by police', 'Medway')).toThrow('180.75');
  });

  it.each([
    ['a row that does not add up', 'Cases,291', 'Cases,292', 'Cases adds up to 1358'],
    ['referrals that do not add up to the cases', '0.75,45,71', '0.75,45,72', 'Referred by police adds up to 881.25'],
    ['a figure that is none', 'Repeat cases,78', 'Repeat cases,many', 'Repeat cases, Medway is not a figure'],
    ['a row that is missing', 'LGBT cases', 'Other cases', 'the rows'],
    ['an area that is missing', 'Medway,Maidstone', 'Maidstone,Medway', 'the columns'],
    ['a row that is too short', ',59,1357', ',1357', 'Cases has 13 figures'],
  ])('refuses %s', (_what, from, to, message) => {
    expect(csv).toContain(from);
    expect(() => parseTable(csv.replace(from, to))).toThrow(message);
  });

  it('refuses referrals moved between areas, even where every row still adds up', () => {
    const moved = csv.replace('10,1,0,0,0,0,0,0,13,2,2,5,6,39', '11,0,0,0,0,0,0,0,13,2,2,5,6,39');
    expect(() => parseTable(moved)).toThrow('Referrals of Medway add up to 292');
  });
});

describe('the assessments of the police', () => {
  const rows = readFileSync(new URL('data/dash-2012-13.csv', import.meta.url), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(',').slice(1).map(Number));

  it('add up by district and in total: 1,532 high and 5,633 medium', () => {
    const districts = rows.slice(0, -1);
    expect(districts.length).toBe(13);
    expect(rows.at(-1)).toEqual([1532, 5633, 7165]);
    for (const [high = 0, medium = 0, total] of rows) expect(high + medium).toBe(total);
    const sums = [0, 1, 2].map((column) => districts.reduce((sum, row) => sum + (row[column] ?? 0), 0));
    expect(sums).toEqual(rows.at(-1));
  });
});
