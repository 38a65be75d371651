import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../tests/environment/createTestDatabase.ts';
import { formatFraction, fraction } from '../../domain/returns/fraction.ts';
import { figuresOf, sumFigures } from '../../domain/returns/returnFigures.ts';
import { createStore, type Store } from '../prismaClient.ts';
import { countHeardElsewhere } from './heardElsewhere.ts';
import { countHeardCases } from './quarterlyReturn.ts';
import { reportedCases, type ReportedCase } from './reportedCases.ts';

describe('the quarterly return', () => {
  let database: TestDatabase;
  let store: Store;
  let rows: ReturnType<typeof reportedCases>;
  const year = { from: '2012-04-01', to: '2013-03-31', areas: 'all' } as const;

  beforeAll(async () => {
    database = await createTestDatabase();
    store = createStore(database.url, { max: 2 });
  });
  beforeEach(async () => {
    for (const table of ['area', 'agency', 'meeting', 'case', 'case_agency', 'listing'])
      await store.prisma.$executeRawUnsafe(`DELETE FROM "${table}"`);
    rows = reportedCases(store.prisma);
    for (const area of ['medway', 'sevenoaks']) await rows.addArea(area);
    for (const agency of ['police', 'housing', 'education', 'medway-idva-service']) await rows.addAgency(agency);
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  const received = { receivedAt: '2012-03-01T10:00:00.000Z' };
  async function hear(at: string, given: Partial<ReportedCase> = {}, area = 'medway') {
    const meetingId = await rows.addMeeting(area, at);
    await rows.addCase({ area, ...received, hearings: [{ meetingId, at }], ...given });
    return meetingId;
  }
  const casesIn = async (range: Parameters<typeof countHeardCases>[1]) =>
    (await countHeardCases(store.prisma, range)).reduce((sum, { counts }) => sum + counts.cases, 0);

  it('takes the day of the hearing from London, to the last minute of the quarter', async () => {
    // 31 March 2013 at 23:30 in London: summer time had begun that morning.
    await hear('2013-03-31T22:30:00.000Z');
    // 1 April 2013 at 00:30 in London, and 31 March by universal time.
    await hear('2013-03-31T23:30:00.000Z');
    // 31 March 2012 at 23:30 in London, in summer time.
    await hear('2012-03-31T22:30:00.000Z');
    // 1 April 2012 at 00:30 in London.
    await hear('2012-03-31T23:30:00.000Z');
    expect(await casesIn(year)).toBe(2);
    expect(await casesIn({ ...year, from: '2013-04-01', to: '2013-06-30' })).toBe(1);
    expect(await casesIn({ ...year, from: '2012-01-01', to: '2012-03-31' })).toBe(1);
  });

  it('leaves to the list it came from what was heard elsewhere, and does not count it once more when it is heard here', async () => {
    const elsewhere = { area: 'medway', ...received, heardElsewhere: true };
    await rows.addCase({ ...elsewhere, heardAt: '2012-05-08T11:00:00.000Z' });
    await rows.addCase({ ...elsewhere, heardAt: '2012-05-08T11:00:00.000Z', mergedInto: randomUUID() });
    await rows.addCase({ ...elsewhere, area: 'sevenoaks', heardAt: '2013-04-01T11:00:00.000Z' });
    const again = await rows.addMeeting('medway', '2012-06-12T09:00:00.000Z');
    const hearings = [{ meetingId: again, at: '2012-06-12T09:00:00.000Z' }];
    await rows.addCase({ ...elsewhere, hearings });
    expect(await casesIn(year)).toBe(0);
    // Its first hearing at the conference of the area that took it over.
    await rows.addCase({ ...elsewhere, hearings, transferred: true });
    expect(await casesIn(year)).toBe(1);
    expect(await countHeardElsewhere(store.prisma, year)).toEqual(new Map([['medway', 1]]));
    const later = { ...year, from: '2013-04-01', to: '2013-06-30' };
    expect(await countHeardElsewhere(store.prisma, later)).toEqual(new Map([['sevenoaks', 1]]));
    const ofMedway = { ...later, areas: [rows.idOf('medway')] };
    expect(await countHeardElsewhere(store.prisma, ofMedway)).toEqual(new Map());
  });

  it('credits the agencies of joint referrals with exact parts, by meeting', async () => {
    const first = await hear('2012-05-08T09:00:00.000Z', { referredBy: ['police', 'housing', 'education'] });
    const at = '2012-05-08T09:12:00.000Z';
    await rows.addCase({ area: 'medway', ...received, hearings: [{ meetingId: first, at }] });
    await hear('2012-06-12T09:00:00.000Z', { referredBy: ['police', 'medway-idva-service'] });
    const counted = await countHeardCases(store.prisma, year);
    expect(counted.map(({ meetingOn }) => meetingOn)).toEqual(['2012-05-08', '2012-06-12']);
    expect(counted.map((meeting) => formatFraction(figuresOf(meeting).police))).toEqual(['1 1/3', '0.5']);
    const total = sumFigures(counted.map(figuresOf));
    expect(total).toMatchObject({ police: fraction(11, 6), idva: fraction(1, 2), housing: fraction(1, 3) });
    expect(total.cases).toEqual(fraction(3));
  });

  it('counts a case once into which other referrals were merged, shared by their agencies, each once', async () => {
    const at = '2012-05-08T09:00:00.000Z';
    const meetingId = await rows.addMeeting('medway', at);
    const kept = await rows.addCase({ area: 'medway', ...received, hearings: [{ meetingId, at }] });
    const merged = { area: 'medway', ...received, stage: 'merged' as const, mergedInto: kept };
    await rows.addCase({ ...merged, referredBy: ['police', 'housing'] });
    await rows.addCase({ ...merged, referredBy: ['education'] });
    const third = fraction(1, 3);
    const counted = await countHeardCases(store.prisma, year);
    expect(sumFigures(counted.map(figuresOf))).toMatchObject({
      ...{ cases: fraction(1), police: third, housing: third, education: third },
    });
  });

  it('counts repeats, children and what is known of the people, and nothing that is not known', async () => {
    await hear('2012-05-08T09:00:00.000Z', {
      repeatOf: randomUUID(),
      children: 3,
      statistics: { minorityEthnic: 'yes', maleVictim: 'yes', perpetratorUnder18: 'yes' },
    });
    await hear('2012-05-09T09:00:00.000Z', {
      children: 1,
      statistics: { minorityEthnic: 'no', lgbt: 'yes', disabled: 'yes', victim16or17: 'yes' },
    });
    await hear('2012-05-10T09:00:00.000Z');
    const total = sumFigures((await countHeardCases(store.prisma, year)).map(figuresOf));
    expect(total).toMatchObject({
      cases: fraction(3),
      repeats: fraction(1),
      children: fraction(4),
      minorityEthnic: fraction(1),
      lgbt: fraction(1),
      disabled: fraction(1),
      maleVictims: fraction(1),
      victims16or17: fraction(1),
      perpetratorsUnder18: fraction(1),
    });
  });

  it('counts a case in the area whose meeting heard it, wherever it came from', async () => {
    const meetingId = await rows.addMeeting('sevenoaks', '2012-05-23T09:00:00.000Z');
    await rows.addCase({ area: 'medway', ...received, hearings: [{ meetingId, at: '2012-05-23T09:00:00.000Z' }] });
    const counted = await countHeardCases(store.prisma, { ...year, areas: [rows.idOf('sevenoaks')] });
    expect(counted.map(({ areaCode }) => areaCode)).toEqual(['sevenoaks']);
    expect(await casesIn({ ...year, areas: [rows.idOf('medway')] })).toBe(0);
    expect(await casesIn({ ...year, areas: [] })).toBe(0);
  });

  it('keeps a case where it was first heard when it is heard again after a reopening', async () => {
    const first = await rows.addMeeting('medway', '2012-06-12T09:00:00.000Z');
    const again = await rows.addMeeting('medway', '2012-09-11T09:00:00.000Z');
    await rows.addCase({
      area: 'medway',
      ...received,
      hearings: [
        { meetingId: first, at: '2012-06-12T09:00:00.000Z' },
        { meetingId: again, at: '2012-09-11T09:00:00.000Z' },
      ],
    });
    expect(await casesIn({ ...year, from: '2012-04-01', to: '2012-06-30' })).toBe(1);
    expect(await casesIn({ ...year, from: '2012-07-01', to: '2012-09-30' })).toBe(0);
  });
});
