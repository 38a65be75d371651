import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import type { CaseView } from '../../contracts/views/caseView.ts';
import type { HolidayPreviewView, PolicyChangeProgressView } from '../../contracts/views/policyChangeViews.ts';
import { addDays, addHours, londonDate } from '../../domain/calendar/london.ts';
import { englandAndWales, workingDaysAfter } from '../../domain/calendar/workingCalendar.ts';
import { newId } from '../../platform/ids.ts';
import { addSchoolYear, keepAuthority } from '../../store/authorities/keepAuthorities.ts';
import { everybodyAnswers } from '../environment/everybodyAnswers.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { aReferralBody, officeForTest } from './officeForTest.ts';

let product: TestProduct;
let office: ReturnType<typeof officeForTest>;
let authorityId: string;
/** The day on which the term begins: a working day weeks ahead on which no area meets. */
let begins: string;

beforeAll(async () => {
  product = await startWorkerForTest();
  office = officeForTest(product);
  const { prisma } = product.store;
  const meetings = await prisma.meeting.findMany({ select: { onDate: true } });
  const taken = new Set(meetings.map(({ onDate }) => onDate.toISOString().slice(0, 10)));
  const ahead = Array.from({ length: 20 }, (_, n) => workingDaysAfter(englandAndWales, today(), 11 + n).date);
  begins = ahead.find((day) => !taken.has(day)) ?? '';
  authorityId = newId();
  const childrensServicesId = idOf('agency', 'childrens-services-kent');
  await keepAuthority(prisma, { id: authorityId, code: 'thurrock', name: 'Thurrock', childrensServicesId });
  await prisma.coveredPlace.create({ data: { place: 'RM17', authorityId } });
  await entersTerms(product.clock.now());
});
afterAll(() => product?.stop());

const today = () => londonDate(product.clock.now());
const amy = () => office.as('amy.adeyemi');
const wanda = () => office.as('wanda.osei');

async function entersTerms(enteredAt: string): Promise<void> {
  const terms = [
    { from: addDays(today(), -30), until: addDays(today(), -1) },
    { from: begins, until: addDays(begins, 60) },
  ];
  const entered = { closed: [], source: 'test', enteredById: null, enteredAt };
  await addSchoolYear(product.store.prisma, { id: newId(), authorityId, year: '2026/27', terms, ...entered });
}

async function referred(): Promise<string> {
  const address = { lines: ['9 Tern Close'], postcode: 'RM17 6SL' };
  const child = { unborn: false, givenNames: 'Alder', familyName: 'Ternmere', dateOfBirth: '2016-03-09', address };
  const sent = await office.as('marek.nowak').post('/referrals', aReferralBody({ children: [child] }));
  expect(sent.status).toBeLessThan(300);
  await everybodyAnswers(product);
  const row = await product.store.prisma.case.findFirstOrThrow({ orderBy: { recordedAt: 'desc' } });
  return row.reference;
}

describe('a bank holiday announced on the day on which the schools begin again', { timeout: 240_000 }, () => {
  it('is seen to move the duty to tell them, moves it, and brings it back when it is taken back', async () => {
    const reference = await referred();
    const due = async () => {
      const { body } = await amy().get<CaseView>(`/cases/${reference}`);
      return body.clocks.filter(({ kind }) => kind === 'schoolTold').map((clock) => clock.due);
    };
    const [dayBefore, moved] = [begins, workingDaysAfter(englandAndWales, begins, 1).date].map((day) => ({
      type: 'day',
      date: addDays(day, -1),
    }));
    expect(await due()).toEqual([dayBefore]);
    // Terms that are entered later are not what this duty was counted by.
    await entersTerms(addHours(product.clock.now(), 24));

    const looked = await amy().get<HolidayPreviewView>(
      `/policy-changes/bank-holidays/preview?date=${begins}&name=Jubilee`,
    );
    const ofCase = looked.body.matters.find((matter) => matter.reference === reference);
    expect(ofCase?.clocks?.filter(({ kind }) => kind === 'schoolTold')).toMatchObject([
      { from: dayBefore, to: moved, effect: 'later' },
    ]);
    expect(await due()).toEqual([dayBefore]);

    const wanted = { date: begins, name: 'Jubilee', source: 'Proclamation of this test' };
    const announced = await wanda().post<PolicyChangeProgressView>('/policy-changes/bank-holidays', wanted);
    expect({ status: announced.status, body: announced.body }).toMatchObject({ status: 201 });
    await everybodyAnswers(product);
    expect(await due()).toEqual([moved]);

    const { changeId } = announced.body.change;
    expect((await wanda().post(`/policy-changes/${changeId}/withdrawal`, {})).status).toBe(200);
    await everybodyAnswers(product);
    expect(await due()).toEqual([dayBefore]);
  });
});
