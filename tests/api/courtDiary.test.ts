import type { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import { addDays, londonDate } from '../../domain/calendar/london.ts';
import type { pageOf } from '../../contracts/views/parts.ts';
import type { CourtDiaryView, courtDiaryView } from '../../contracts/views/courtDiaryView.ts';
import { newId } from '../../platform/ids.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { aReferralBody, officeForTest, type Caller } from './officeForTest.ts';

type DiaryPage = z.output<ReturnType<typeof pageOf<typeof courtDiaryView>>>;

const companion = idOf('practitioner', 'joanna.pike');
let product: TestProduct;
let as: (subject: string) => Caller;
let coordinator: Caller;
let path = '';
let today = '';
let hearingId = '';

beforeAll(async () => {
  product = await startWorkerForTest();
  ({ as } = officeForTest(product));
  coordinator = as('amy.adeyemi');
  today = londonDate(product.clock.now());
  const { body } = await as('marek.nowak').post('/referrals', aReferralBody());
  path = `/cases/${body.reference}`;
});
afterAll(() => product?.stop());

async function create(where: string, what: object): Promise<Record<string, string>> {
  const answer = await coordinator.post<{ created: Record<string, string> }>(`${path}${where}`, what);
  expect(answer.body, where).toMatchObject({ status: 'recorded' });
  return answer.body.created;
}

async function diary(query = '', caller = coordinator): Promise<readonly CourtDiaryView[]> {
  const answer = await caller.get<DiaryPage>(`/court-diary${query}`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body.items.filter(({ reference }) => path.endsWith(reference));
}

describe('the court diary', () => {
  it('has hearings, their outcomes, notices on their way to court and protection that ends, by their time', async () => {
    const { proceedingId } = await create('/proceedings', { kind: 'criminal', court: 'Heronsgate Magistrates' });
    const hearing = { at: addDays(today, 5), proceedingId, goesAlong: [companion] };
    hearingId = (await create('/hearings', hearing))['liveDateId'] ?? '';
    await create('/live-dates', { kind: 'dvpn', agency: 'police', conditions: ['noContact'] });
    await create('/live-dates', { kind: 'dvpo', at: addDays(today, 20) });
    await create('/live-dates', { kind: 'restraining', at: addDays(today, 400) });
    const lines = await diary();
    expect(lines.map(({ what, kind }) => `${what} ${kind}`)).toEqual([
      'toCourt dvpn',
      'hearing hearing',
      'outcomeDue hearing',
      'ends dvpo',
    ]);
    expect(lines[1]).toMatchObject({ on: addDays(today, 5), goesAlong: [companion], overdue: false });
    expect(JSON.stringify(lines)).not.toContain('Heronsgate');
  });

  it('is narrowed to a day, to an area and to whoever goes along', async () => {
    const day = addDays(today, 5);
    const hearings = (lines: readonly CourtDiaryView[]) => lines.filter(({ what }) => what === 'hearing').length;
    expect(hearings(await diary(`?from=${day}&until=${day}&area=maidstone&practitioner=${companion}`))).toBe(1);
    expect(hearings(await diary(`?from=${addDays(day, 1)}`))).toBe(0);
    expect(await diary('?area=swale')).toEqual([]);
    expect(await diary(`?practitioner=${idOf('practitioner', 'esther.quaye')}`)).toEqual([]);
  });

  it('has among the own dates of whoever stands in for a colleague theirs too, while they are away', async () => {
    const cover = idOf('practitioner', 'leila.haddad');
    const own = async () => (await diary(`?practitioner=${cover}`, as('leila.haddad'))).map(({ what }) => what);
    expect(await own()).toEqual([]);
    const id = newId();
    const [fromDate, untilDate] = [addDays(today, -1), addDays(today, 1)].map((day) => new Date(day)) as [Date, Date];
    const away = { id, practitionerId: companion, coverId: cover, fromDate, untilDate };
    await product.store.prisma.absence.create({ data: away });
    expect(await own()).toContain('hearing');
    // What others look up of the cover is the cover's own.
    expect(await diary(`?practitioner=${cover}`)).toEqual([]);
    await product.store.prisma.absence.delete({ where: { id } });
    expect(await own()).toEqual([]);
  });

  it('comes in pages that hold everything once', async () => {
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const after: string = next === '' ? '' : `&after=${next}`;
      const { body }: { body: DiaryPage } = await coordinator.get<DiaryPage>(`/court-diary?limit=1${after}`);
      seen.push(...body.items.map(({ what, liveDateId }) => `${what} ${liveDateId}`));
      next = body.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(4);
  });

  it('follows an adjournment, and shows nothing to those who may not see the case', async () => {
    const to = addDays(today, 12);
    await create(`/hearings/${hearingId}/adjournment`, { to, because: 'courtTime' });
    const hearings = (await diary()).filter(({ what }) => what === 'hearing');
    expect(hearings.map(({ on, goesAlong }) => ({ on, goesAlong }))).toEqual([{ on: to, goesAlong: [companion] }]);
    // Governance and an agency with a part may see the case, and hold none of the posts that have the dates of cases.
    for (const subject of ['viktor.sandor', 'quentin.ashby', 'ines.moreau'])
      expect(await diary('', as(subject)), subject).toEqual([]);
  });

  it('refuses days that end before they begin, and orders that the law does not know', async () => {
    const backwards = await coordinator.get(`/court-diary?from=${today}&until=${addDays(today, -1)}`);
    expect(backwards.body.code).toBe('NOT_AS_DESCRIBED');
    const short = await coordinator.post(`${path}/live-dates`, { kind: 'dvpo', at: addDays(today, 13) });
    expect(short.body.code).toBe('ORDER_TERM_OUTSIDE_LAW');
    const past = { to: addDays(today, -3), because: 'other' };
    const { liveDateId } = await create('/hearings', { at: addDays(today, 3) });
    expect((await coordinator.post(`${path}/hearings/${liveDateId}/adjournment`, past)).body.code).toBe(
      'ADJOURNED_TO_THE_PAST',
    );
    expect((await coordinator.post(`${path}/live-dates`, { kind: 'dvpn' })).body.code).toBe('OWNER_MISSING');
  });
});
