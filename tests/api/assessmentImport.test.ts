import { randomInt, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { LoneAssessmentView } from '../../contracts/views/loneAssessmentView.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import { addHours } from '../../domain/calendar/london.ts';
import { nameApart } from '../environment/nameApart.ts';
import { belowMarac, hideFrom, recordedBy, seenBy, start, toldOfAssessment, victimOf } from './loneAssessments.ts';
import { officeForFile } from './officeForFile.ts';

const office = officeForFile({ now: start });

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

describe('the service that is handed the assessments of a table', () => {
  it('is told of once where a table brings many of one area, and each is asked of the service', async () => {
    office.product.clock.set(addHours(start, 5));
    const rows = ['maidstone', 'maidstone', 'medway', 'maidstone'].map((area, index) => {
      const { victim, perpetrator } = belowMarac();
      const [one, other] = [victim, perpetrator].map((who) => `${who.givenNames},${who.familyName},`);
      return `T-${index},${area},police,2026-02-02,${one},${other},partner,${index === 3 ? 15 : 9},,no`;
    });
    const sent = await marek().post('/assessments/import', { csv: [names, ...rows].join('\n'), dryRun: false });
    expect(sent.body).toMatchObject({ recorded: 4 });
    const made = await office.product.store.prisma.loneAssessment.findMany({
      where: { recordedAt: new Date(addHours(start, 5)) },
      orderBy: [{ areaId: 'asc' }, { id: 'asc' }],
    });
    const told = await Promise.all(made.map(({ id }) => toldOfAssessment(office, id)));
    expect(made.filter(({ status }) => status === 'handedOver')).toHaveLength(3);
    const news = told.flat().filter((each) => each.startsWith('handedOver to xanthe'));
    expect(news).toHaveLength(1);
    // What somebody assessed a month ago is asked of the service today, and not late already.
    const inMaidstone = made.find(
      ({ areaId, status }) => areaId === idOf('area', 'maidstone') && status === 'handedOver',
    );
    expect(await seenBy(amy(), 'handedOver', inMaidstone?.id ?? '')).toMatchObject({ due: { date: '2026-03-04' } });
    office.product.clock.set(start);
  });

  it('is told of anew in a table where its readers are others than those of the rows before', async () => {
    office.product.clock.set(addHours(start, 7));
    const body = belowMarac();
    const known = await recordedBy(marek(), body);
    for (const subject of ['xanthe.rowley', 'yusuf.marlowe']) await hideFrom(office, known, subject);
    // The first row is about the victim whom nobody in the service may know of; the others are anybody's.
    const rows = [body, belowMarac(), belowMarac()].map(({ victim, perpetrator }, index) => {
      const [one, other] = [victim, perpetrator].map((who) => `${who.givenNames},${who.familyName},${who.dateOfBirth}`);
      return `D-${index},maidstone,police,2026-03-02,${one},${other},partner,8,,no`;
    });
    office.product.clock.set(addHours(start, 8));
    const sent = await marek().post('/assessments/import', { csv: [names, ...rows].join('\n'), dryRun: false });
    expect(sent.body).toMatchObject({ recorded: 3 });
    const made = await office.product.store.prisma.loneAssessment.findMany({
      where: { recordedAt: new Date(addHours(start, 8)) },
      orderBy: { id: 'asc' },
    });
    const told = (await Promise.all(made.map(({ id }) => toldOfAssessment(office, id)))).flat();
    expect(told.filter((each) => each.startsWith('handedOver to xanthe'))).toHaveLength(1);
    expect(told.filter((each) => each.startsWith('handedOver to yusuf'))).toHaveLength(1);
    // Of the one that nobody there may know of, those hear who run the MARAC.
    const closed = await office.product.store.prisma.loneAssessment.findFirstOrThrow({
      where: { recordedAt: new Date(addHours(start, 8)), victimId: await victimOf(office, known) },
    });
    expect(await toldOfAssessment(office, closed.id)).toEqual([
      'handedOver to amy.adeyemi as coordinator',
      'handedOver to cerys.maddock as administrator',
    ]);
    office.product.clock.set(start);
  });
});
