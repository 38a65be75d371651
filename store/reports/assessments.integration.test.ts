import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fraction, formatFraction, sumFractions } from '../../domain/returns/fraction.ts';
import { createTestDatabase, type TestDatabase } from '../../tests/environment/createTestDatabase.ts';
import { createStore, type Store } from '../prismaClient.ts';
import { fromInstant } from '../time.ts';
import { countAssessments } from './assessments.ts';
import { reportedCases } from './reportedCases.ts';

const published = (name: string) =>
  readFileSync(new URL(`../../scripts/year/data/${name}`, import.meta.url), 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));

/** The police's table names Folkestone by its district. */
const codeOf = (district: string) =>
  district === 'Shepway' ? 'folkestone' : district.toLowerCase().replaceAll(' ', '-');

describe('assessments beside referrals', () => {
  let database: TestDatabase;
  let store: Store;
  let rows: ReturnType<typeof reportedCases>;
  const dash = published('dash-2012-13.csv').slice(1, -1);
  const [header = [], ...measures] = published('marac-2012-13.csv');
  const byPolice = measures.find(([name]) => name === 'Referred by police') ?? [];
  const year = { from: '2012-04', to: '2013-03', agencyCode: 'police', areas: 'all' } as const;

  beforeAll(async () => {
    database = await createTestDatabase();
    store = createStore(database.url, { max: 2 });
    rows = reportedCases(store.prisma);
    for (const [district = ''] of dash) await rows.addArea(codeOf(district));
    for (const agency of ['police', 'housing', 'education', 'probation']) await rows.addAgency(agency);
    await store.prisma.loneAssessment.createMany({
      data: dash.flatMap(([district = '', high, medium]) => [
        ...assessments(codeOf(district), 'high', Number(high)),
        ...assessments(codeOf(district), 'medium', Number(medium)),
      ]),
    });
    // Whole referrals by the police alone, the rest by two, three and four agencies together.
    for (const [index, area] of header.entries()) {
      if (index === 0 || area === 'Total') continue;
      await referrals(codeOf(area), Number(byPolice[index]));
    }
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  function assessments(area: string, grade: string, count: number) {
    return Array.from({ length: count }, (_, index) => ({
      id: randomUUID(),
      areaId: rows.idOf(area),
      agencyId: rows.idOf('police'),
      recordedById: randomUUID(),
      pairId: randomUUID(),
      victimId: randomUUID(),
      perpetratorId: randomUUID(),
      tool: 'DASH',
      toolVersion: 'countOnly',
      grade,
      history: true,
      takenAt: fromInstant(`2012-${String(4 + (index % 9)).padStart(2, '0')}-15T10:00:00.000Z`),
      status: 'recorded',
      silent: false,
      epoch: 1,
      seq: 1,
      revision: 1,
      lastHash: '',
      parked: false,
      recordedAt: new Date(0),
    }));
  }

  async function referrals(area: string, credited: number): Promise<void> {
    const quarters = Math.round((credited % 1) * 4);
    const joint = ['police', 'housing', 'education', 'probation'];
    const at = '2012-07-10T10:00:00.000Z';
    for (let number = 0; number < Math.floor(credited); number += 1) await rows.addCase({ area, receivedAt: at });
    for (let number = 0; number < quarters; number += 1)
      await rows.addCase({ area, receivedAt: at, referredBy: joint });
  }

  it('set the published year side by side: 1,532 high beside 880.25 referrals of the police', async () => {
    const counted = await countAssessments(store.prisma, year);
    const sum = (column: 'high' | 'medium' | 'highHistory') => counted.reduce((all, each) => all + each[column], 0);
    expect([sum('high'), sum('medium'), sum('highHistory')]).toEqual([1532, 5633, 1532]);
    const credited = counted.flatMap((each) => each.referrals.map((one) => fraction(one.cases, one.sharedBy)));
    expect(formatFraction(sumFractions(credited))).toBe('880.25');
    const medway = counted.filter(({ areaId }) => areaId === rows.idOf('medway'));
    expect(medway.reduce((all, { high }) => all + high, 0)).toBe(488);
    const july = medway.find(({ month }) => month === '2012-07');
    expect(july?.referrals).toEqual([
      { sharedBy: 1, cases: 180 },
      { sharedBy: 4, cases: 3 },
    ]);
  });

  it('count by the London month, of one agency and some areas, and no referral that was declined', async () => {
    const [other] = assessments('dover', 'high', 1);
    if (!other) throw new Error('There is one.');
    // Half past midnight on 1 June in London is still 31 May by universal time.
    await store.prisma.loneAssessment.create({
      data: { ...other, agencyId: rows.idOf('housing'), takenAt: fromInstant('2014-05-31T23:30:00.000Z') },
    });
    await rows.addCase({
      area: 'dover',
      stage: 'declined',
      receivedAt: '2014-06-01T10:00:00.000Z',
      referredBy: ['housing'],
    });
    const june = { from: '2014-06', to: '2014-06', agencyCode: 'housing', areas: [rows.idOf('dover')] };
    expect(await countAssessments(store.prisma, june)).toMatchObject([{ month: '2014-06', high: 1, referrals: [] }]);
    expect(await countAssessments(store.prisma, { ...june, from: '2014-05', to: '2014-05' })).toEqual([]);
    expect(await countAssessments(store.prisma, { ...june, areas: [rows.idOf('thanet')] })).toEqual([]);
    expect(await countAssessments(store.prisma, { ...june, agencyCode: 'police' })).toEqual([]);
  });
});
