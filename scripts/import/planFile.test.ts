import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { columns } from './columns.ts';
import { planFile } from './planFile.ts';

const template = fs.readFileSync(path.resolve(import.meta.dirname, '../../docs/import-template.csv'), 'utf8');
const [head = '', example = ''] = template.trimEnd().split('\n');
const names = head.split(',');
const today = '2026-11-27';

/** The example of the template with other cells. */
function aRow(more: Readonly<Record<string, string>> = {}): string {
  const cells = example.split(',');
  return names.map((name, at) => more[name] ?? cells[at] ?? '').join(',');
}
const planned = (...rows: string[]) => planFile([head, ...rows].join('\n'), today);

function badIn(...rows: string[]): string[] {
  const outcome = planned(...rows);
  return outcome.ok ? [] : outcome.bad.map(({ row, column }) => `${String(row)} ${column}`);
}

describe('a file of cases to be taken over', () => {
  it('has the columns of the template, whose example can be taken', () => {
    expect(names).toEqual(columns.map(({ name }) => name));
    expect(planned(aRow())).toMatchObject({
      ok: true,
      rows: [{ row: 2, steps: [{ name: 'referral' }, { name: 'screening' }, { name: 'grade' }, { name: 'caughtUp' }] }],
    });
  });

  it.each([
    ['area', '', '2 area'],
    ['area', 'No Such Code', '2 area'],
    ['referredOn', '9/3/2026', '2 referredOn'],
    ['referredOn', '2026-02-30', '2 referredOn'],
    ['referredOn', '2027-01-01', '2 referredOn'],
    ['acceptedOn', '2026-01-01', '2 acceptedOn'],
    ['gradedOn', '2026-01-01', '2 gradedOn'],
    ['route', 'by chance', '2 route'],
    ['victimGivenNames', '', '2 victimGivenNames'],
    ['victimSex', 'unsure', '2 victimSex'],
    ['victimAge', 'thirty', '2 victimAge'],
    ['dash', 'yyy', '2 dash'],
    ['dash', 'x'.repeat(24), '2 dash'],
    ['policeGrade', 'severe', '2 policeGrade'],
    ['consent', 'perhaps', '2 consent'],
    ['legalBasis', 'none', '2 legalBasis'],
    ['safeMedia', 'pigeon', '2 safeMedia'],
    ['mayLeaveMessage', 'maybe', '2 mayLeaveMessage'],
    ['relationship', 'stranger', '2 relationship'],
    ['judgement', 'severe', '2 judgement'],
    ['caseKey', 'not a key!', '2 caseKey'],
  ])('with %s holding "%s" names that cell, by row and column alone', (column, cell, named) => {
    const more = column === 'legalBasis' ? { consent: 'no', consentReason: 'Risk of harm' } : {};
    const outcome = planned(aRow({ ...more, [column]: cell }));
    expect(badIn(aRow({ ...more, [column]: cell }))).toContain(named);
    if (cell.length > 5) expect(JSON.stringify(outcome)).not.toContain(cell);
  });

  it('names every cell at fault at once, and takes none of the rows', () => {
    expect(
      badIn(aRow(), aRow({ caseKey: 'other', area: '', route: '' }), aRow({ caseKey: 'third', narrative: '' })),
    ).toEqual(['3 area', '3 route', '4 narrative']);
  });

  it('has each case once, no strange column, none missing, and no more cells than columns', () => {
    expect(badIn(aRow(), aRow())).toEqual(['3 caseKey']);
    const outcome = planFile(`${head},secret\n${aRow()},x`, today);
    expect(outcome).toMatchObject({ ok: false, bad: [{ row: 1, column: `column ${String(names.length + 1)}` }] });
    expect(JSON.stringify(outcome)).not.toContain('secret');
    expect(planFile(`caseKey\n1`, today)).toMatchObject({ ok: false });
    expect(badIn(`${aRow()},more`)).toEqual(['2 the row as a whole']);
    expect(planFile('"never closed', today)).toMatchObject({ ok: false });
    expect(planFile('', today)).toMatchObject({ ok: false });
  });
});
