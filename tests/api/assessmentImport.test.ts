import { randomInt, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { LoneAssessmentView } from '../../contracts/views/loneAssessmentView.ts';
import { nameApart } from '../environment/nameApart.ts';
import { officeForFile } from './officeForFile.ts';

const office = officeForFile({ now: '2026-03-02T10:00:00.000Z' });

const amy = () => office.as('amy.adeyemi');
const marek = () => office.as('marek.nowak');
const stefan = () => office.as('stefan.lindqvist');
const open = async () => (await amy().get<{ items: LoneAssessmentView[] }>('/assessments?limit=200')).body.items;

const names =
  'reference,area,agency,takenAt,victimGivenNames,victimFamilyName,victimDateOfBirth,perpetratorGivenNames,perpetratorFamilyName,perpetratorDateOfBirth,relationship,count,policeGrade,history';
let row = 0;
function aRow(more: Partial<Record<string, string>> = {}): string {
  row += 1;
  const usual: Record<string, string> = {
    reference: `CSV-${row}-${randomUUID().slice(0, 8)}`,
    area: 'maidstone',
    agency: 'police',
    takenAt: '2026-03-02T08:00+00:00',
    victimGivenNames: 'Elowenna',
    victimFamilyName: `Willowmere ${nameApart(randomInt(1_000_000))}`,
    victimDateOfBirth: '1989-06-14',
    perpetratorGivenNames: 'Corvin',
    perpetratorFamilyName: 'Thistledown',
    perpetratorDateOfBirth: '',
    relationship: 'partner',
    count: '16',
    policeGrade: '',
    history: 'no',
  };
  return names
    .split(',')
    .map((name) => more[name] ?? usual[name])
    .join(',');
}

interface ImportAnswer {
  readonly dryRun: boolean;
  readonly rows: number;
  readonly recorded: number;
  readonly known: number;
}

describe('a table of assessments', () => {
  const send = (csv: string, dryRun: boolean, who = marek()) =>
    who.post<ImportAnswer>('/assessments/import', { csv, dryRun });
  const all = () => office.product.store.prisma.loneAssessment.count();

  it('is looked at first, then taken whole, and changes nothing when it is sent again', async () => {
    const csv = [names, aRow(), aRow({ count: '', policeGrade: 'medium' }), aRow({ history: 'yes' })].join('\r\n');
    const before = await all();
    expect((await send(csv, true)).body).toEqual({ dryRun: true, rows: 3, recorded: 3, known: 0 });
    expect(await all()).toBe(before);
    expect((await send(csv, false)).body).toEqual({ dryRun: false, rows: 3, recorded: 3, known: 0 });
    expect(await all()).toBe(before + 3);
    expect((await send(csv, false)).body).toEqual({ dryRun: false, rows: 3, recorded: 0, known: 3 });
    // A colleague who sends the same file changes nothing either.
    expect((await send(csv, false, stefan())).body).toMatchObject({ recorded: 0, known: 3 });
    expect(await all()).toBe(before + 3);
    const longer = `${csv}\r\n${aRow()}\r\n`;
    expect((await send(longer, false)).body).toMatchObject({ recorded: 1, known: 3 });
    const high = (await open()).filter(({ details }) => JSON.stringify(details).includes('CSV-'));
    expect(high.filter(({ grade }) => grade === 'high').length).toBe(2);
  });

  it('names every cell that is wrong, and takes nothing', async () => {
    const before = await all();
    const csv = [
      names,
      aRow(),
      aRow({ count: 'many', area: 'nowhere' }),
      aRow({ takenAt: '31/02/2026', policeGrade: 'severe' }),
      aRow({ takenAt: '' }),
      aRow({ reference: '' }),
      aRow({ agency: 'housing' }),
      aRow({ takenAt: '2099-01-01' }),
      aRow({ history: 'perhaps' }),
      aRow({ victimDateOfBirth: '14.6.1989' }),
      aRow({ area: 'nowhere' }),
    ].join('\n');
    for (const dryRun of [true, false]) {
      const { status, body } = await send(csv, dryRun);
      expect(status).toBe(400);
      expect(body.parts.map(({ at }) => at)).toEqual([
        'row 3, count',
        'row 4, takenAt',
        'row 4, policeGrade',
        'row 5, takenAt',
        'row 6, reference',
        'row 7, agency',
        'row 8, takenAt',
        'row 9, history',
        'row 10, victimDateOfBirth',
        'row 11, area',
      ]);
      expect(JSON.stringify(body.parts)).not.toContain('Willowmere');
    }
    expect(await all()).toBe(before);
  });

  it('may not say something else under a reference that is on record, nor the same one twice', async () => {
    const reference = `CSV-${randomUUID().slice(0, 12)}`;
    expect((await send([names, aRow({ reference })].join('\n'), false)).status).toBe(200);
    const other = await send([names, aRow({ reference, count: '3' })].join('\n'), false);
    expect(other.body.parts).toMatchObject([{ at: 'row 2, reference' }]);
    const twice = await send([names, aRow({ reference: 'X-1' }), aRow({ reference: 'x-1' })].join('\n'), true);
    expect(twice.body.parts).toMatchObject([{ at: 'row 3, reference' }]);
  });

  it.each([
    ['nothing below the names', names],
    ['no names at all', 'a,b\n1,2'],
    ['a quotation mark that is not closed', `${names}\n"x`],
    ['a row that is too short', `${names}\nX,maidstone`],
    ['a column twice', `${names},count\n${'x,'.repeat(14)}x`],
  ])('with %s is refused', async (_what, csv) => {
    expect((await send(csv, true)).body.code).toBe('NOT_AS_DESCRIBED');
  });

  it('is taken from people of the agency and of the area’s MARAC alone', async () => {
    const csv = [names, aRow()].join('\n');
    expect((await send(csv, true, office.as('bruno.castelli'))).body.parts).toMatchObject([{ at: 'row 2, agency' }]);
    expect((await send(csv, true, amy())).status).toBe(200);
    expect((await send(csv, true, office.as('viktor.sandor'))).status).toBe(403);
  });
});
