import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeadlineCrossedView } from '../../contracts/views/outageView.ts';
import { noteAtWork } from '../../store/outages/noteAtWork.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { aReferralBody, officeForTest, type Caller } from './officeForTest.ts';

let product: TestProduct;
let as: (subject: string) => Caller;
const references: string[] = [];

interface Ledger {
  readonly items: readonly DeadlineCrossedView[];
  readonly next: string | null;
}

/** Two referrals at the weekend, to be screened on Monday 12 January, one on that Monday; and one of an area of somebody else. */
beforeAll(async () => {
  product = await startWorkerForTest();
  ({ as } = officeForTest(product));
  const referred = [
    ['maidstone', '2026-01-10'],
    ['maidstone', '2026-01-11'],
    ['maidstone', '2026-01-12'],
    ['dover', '2026-01-10'],
  ] as const;
  for (const [area, occurredAt] of referred)
    references.push((await as('marek.nowak').post('/referrals', aReferralBody({ area, occurredAt }))).body.reference);
  for (const at of [
    '2026-01-12T23:00',
    '2026-01-13T06:00',
    '2026-01-13T06:00:05',
    '2026-01-13T23:30',
    '2026-01-14T00:30',
  ])
    await noteAtWork(product.store, new Date(`${at}Z`).toISOString());
});
afterAll(() => product?.stop());

const ledger = async (query = '', who = 'amy.adeyemi') =>
  (await as(who).get<Ledger>(`/outages/deadlines${query}`)).body;
const told = ({ items }: Ledger) => items.map(({ clock }) => `${clock.reference} ${clock.kind}`);
const of = (index: number, kind: string) => `${references[index]} ${kind}`;

describe('the ledger of outages', () => {
  it('has every deadline that was crossed while nobody was at work, once, as it was due then', async () => {
    const { items } = await ledger();
    expect(told({ items, next: null }).toSorted()).toEqual(
      [of(0, 'screen'), of(1, 'screen'), of(0, 'firstContact'), of(1, 'firstContact'), of(2, 'screen')].toSorted(),
    );
    const [first] = items;
    expect(first?.dueThen).toEqual({ type: 'day', date: '2026-01-12' });
    expect(first?.outage).toEqual({ from: '2026-01-12T23:00:00.000Z', until: '2026-01-13T06:00:00.000Z' });
  });

  it('is read page by page, and from a day on', async () => {
    const paged: string[] = [];
    for (let after = ''; ;) {
      const page = await ledger(`?limit=2${after}`);
      paged.push(...told(page));
      if (page.next === null) break;
      after = `&after=${page.next}`;
    }
    expect(paged).toEqual(told(await ledger()));
    expect((await ledger('?since=2026-01-14')).items).toHaveLength(3);
    expect((await ledger('?since=2026-01-15')).items).toEqual([]);
  });

  it('is shown for the cases somebody may see', async () => {
    expect(told(await ledger()).join()).not.toContain(references[3]);
  });
});
