import type { Express } from 'express';
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportedCases } from '../../store/reports/reportedCases.ts';
import { noteAtWork } from '../../store/outages/noteAtWork.ts';
import { forgetAreasAndAgencies } from '../../usecases/office/areasAndAgencies.ts';
import { reports } from '../../web/pages/reports/reportNames.ts';
import { aReferralBody, dash, officeForTest } from '../api/officeForTest.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { readerOf, type Sent } from './reader.ts';
import { siteWithoutBrowser } from './siteForTest.ts';

let product: TestProduct;
let app: Express;
let reference: string;
const sessionKeys = [{ id: 'test', key: new Uint8Array(randomBytes(32)) }] as const;

beforeAll(async () => {
  product = await startWorkerForTest();
  app = await siteWithoutBrowser(product, sessionKeys);
  const rows = reportedCases(product.store.prisma);
  for (const area of ['north', 'south']) await rows.addArea(area);
  await rows.addAgency('coastguard');
  forgetAreasAndAgencies(product);
  await heard(rows, 'north', 12, 8);
  await heard(rows, 'south', 3, 1);
  const { as } = officeForTest(product);
  const medium = {
    assessment: { tool: 'DASH', version: 'marac-1', answers: dash(11) },
    ...{ policeGrade: 'medium', route: 'professionalJudgement' },
  };
  const sent = await as('marek.nowak').post(
    '/referrals',
    aReferralBody({ area: 'medway', occurredAt: today(), ...medium }),
  );
  ({ reference } = sent.body);
  await as('amy.adeyemi').post(`/cases/${reference}/screening`, { outcome: 'accept' });
  const judged = { judgement: { grade: 'high', reason: 'Words nobody saves.' } };
  const graded = await as('amy.adeyemi').post(`/cases/${reference}/grade`, judged, { version: '*' });
  expect([graded.status, await product.store.prisma.gradeOverride.count()]).toEqual([200, 1]);
}, 240_000);
afterAll(() => product?.stop());

const today = () => product.clock.now().slice(0, 10);

/** So many cases that a meeting of an area heard in May 2021, some of them repeats. */
async function heard(
  rows: ReturnType<typeof reportedCases>,
  area: string,
  cases: number,
  repeats: number,
): Promise<void> {
  const at = '2021-05-12T09:00:00.000Z';
  const meetingId = await rows.addMeeting(area, at);
  for (let number = 0; number < cases; number += 1)
    await rows.addCase({
      ...{ area, receivedAt: '2021-04-20T10:00:00.000Z', referredBy: ['coastguard'] },
      repeatOf: number < repeats ? randomUUID() : null,
      hearings: [{ meetingId, at }],
    });
}

const reader = (subject: string) => readerOf(app, { ...product, sessionKeys }, subject);
const open = async (subject: string, address: string) => (await reader(subject)).get(address);
const cells = ({ document }: Sent, table: number): string[][] =>
  [...([...document.querySelectorAll('main table')][table]?.querySelectorAll('tbody tr') ?? [])].map((row) =>
    [...row.querySelectorAll('th, td')].map((cell) => cell.textContent?.trim() ?? ''),
  );
const line = (page: Sent, table: number, name: string) =>
  cells(page, table)
    .find(([first]) => first === name)
    ?.slice(1);
const headings = ({ document }: Sent) =>
  [...document.querySelectorAll('main table thead th')].map((each) => each.textContent);
const isFigures = ({ href }: { readonly href: string }) => href !== '/durations';

describe('reports', { timeout: 240_000 }, () => {
  it('stand together in one navigation, on each of their pages, for whoever may have figures', async () => {
    const index = await open('viktor.sandor', '/reports');
    const listed = [...index.document.querySelectorAll('main dt a')].map((each) => each.getAttribute('href'));
    expect(listed).toEqual(reports.map(({ href }) => href));
    for (const { href, name } of reports) {
      const page = await open('viktor.sandor', href);
      expect([href, page.status]).toEqual([href, 200]);
      const items = [...page.document.querySelectorAll('nav[aria-label="Reports"] a')];
      expect(items.map((item) => item.getAttribute('href'))).toEqual(listed);
      const [active, ...more] = items.filter((item) => item.getAttribute('aria-current') === 'page');
      expect([active?.textContent, more]).toEqual([name, []]);
    }
    for (const address of ['/reports', ...reports.map(({ href }) => href), '/reports/return/table'])
      expect((await open('ines.moreau', address)).status).toBe(404);
  });

  it.each(reports.filter(isFigures))('say what to do where there is nothing: $name', async ({ href }) => {
    const filter = ['/reports/return', '/reports/idva'].includes(href) ? 'quarter=2020-Q1' : 'from=2020-01&to=2020-02';
    const page = await open('viktor.sandor', `${href}?${filter}`);
    const text = page.document.querySelector('.marac-empty')?.textContent ?? '';
    expect(text).toMatch(/Choose (another|other)/);
    expect(page.document.querySelector('.marac-empty a')?.getAttribute('href')).toBe(href);
    expect(page.document.querySelector('main table')).toBeNull();
  });

  it('say in words which rung of a ladder was reached', async () => {
    const { clock, store } = product;
    const { prisma } = store;
    const { id: clockId, caseId } = await prisma.clock.findFirstOrThrow({ where: { kind: 'firstContact' } });
    const at = new Date(clock.now());
    const fired = { clockId, caseId, round: 1, firedAt: at, plannedAt: at, noted: [], recipients: [] };
    await prisma.rung.create({ data: { id: randomUUID(), ...fired, rung: 40, label: 'overdue2' } });
    for (const [address, table] of [
      ['/reports/escalations', 0],
      ['/durations', -1],
    ] as const) {
      const page = await open('viktor.sandor', address);
      const tables = [...page.document.querySelectorAll('main table')].length;
      const row = cells(page, table < 0 ? tables - 1 : table).find(([first]) => first === 'First contact by the IDVA');
      expect(row).toEqual(['First contact by the IDVA', 'Escalation 2 working days after', '1']);
    }
  });

  it('have the return exact for ourselves, by area and meeting, and without small numbers to be published', async () => {
    const exact = await open('viktor.sandor', '/reports/return?quarter=2021-Q2');
    const at = (page: Sent, area: string) => headings(page).indexOf(area) - 1;
    const [north, south] = [at(exact, 'north'), at(exact, 'south')];
    expect(line(exact, 0, 'Cases heard')?.[north]).toBe('12');
    expect(line(exact, 0, 'Cases heard')?.[south]).toBe('3');
    expect(line(exact, 0, 'Cases heard')?.at(-1)).toBe('15');
    expect(line(exact, 0, 'Repeats among cases')?.[north]).toBe('66.7%');
    expect(line(exact, 1, 'north, Wednesday 12 May 2021')?.slice(0, 2)).toEqual(['12', '8']);
    const published = await open('viktor.sandor', '/reports/return?quarter=2021-Q2&view=publication');
    expect(line(published, 0, 'Cases heard')?.[at(published, 'south')]).toBe('Left out');
    expect(line(published, 0, 'Repeat cases')?.[at(published, 'south')]).toBe('Left out');
    expect(published.html).not.toContain('12 May 2021');
    expect(headings(await open('viktor.sandor', '/reports/return?quarter=2021-Q2&area=south')).slice(0, 3)).toEqual([
      ...['Line', 'south', 'All'],
    ]);
  });

  it('are saved as a table of what the page shows, by the same filter', async () => {
    const address = '/reports/return?quarter=2021-Q2&area=south';
    const page = await open('viktor.sandor', address);
    const href = page.document.querySelector('main p a[href*="/table"]')?.getAttribute('href') ?? '';
    expect(href).toContain('area=south');
    const file = await open('viktor.sandor', href);
    const lines = file.html.replace('\ufeff', '').trim().split('\n');
    expect(lines).toEqual([['Line', 'south', 'All'], ...cells(page, 0)].map((row) => row.map(quoted).join(',')));
  });

  it('have registers with references that lead on, and what somebody wrote on no file', async () => {
    for (const [subject, reads] of [
      ['amy.adeyemi', true],
      ['viktor.sandor', false],
    ] as const) {
      const page = await open(subject, '/reports/overrides');
      expect(cells(page, 0).map(([first]) => first)).toEqual([reference]);
      expect(page.document.querySelector(`main tbody a[href="/cases/${reference}"]`)).not.toBeNull();
      expect(page.html.includes('Words nobody saves.')).toBe(reads);
      const file = await open(subject, '/reports/overrides/table');
      expect(file.html).toContain(reference);
      expect(file.html).not.toContain('Words nobody saves.');
    }
  });

  it('count duties done in time and what the services did, and offer the areas one has figures of', async () => {
    const screening = cells(await open('amy.adeyemi', '/reports/punctuality?area=medway'), 0).find(
      ([what]) => what === 'Screen the referral',
    );
    expect(screening).toEqual(['Screen the referral', 'The MARAC', '100%', '1', '0', '0', '0', '0']);
    const offered = async (subject: string) =>
      [...(await open(subject, '/reports/idva')).document.querySelectorAll('#area option')].map((each) =>
        each.getAttribute('value'),
      );
    expect(await offered('kwame.boateng')).toEqual(['', 'medway']);
    expect(await offered('viktor.sandor')).toEqual(expect.arrayContaining(['dover', 'medway', 'north']));
    expect((await open('kwame.boateng', '/reports/idva?area=dover')).status).toBe(404);
    expect((await open('viktor.sandor', '/reports/idva?area=atlantis')).status).toBe(400);
  });
});

describe('the report of outages', { timeout: 240_000 }, () => {
  const months = 'from=2026-01&to=2026-01';
  const address = `/reports/outages?${months}`;
  let late: string;

  beforeAll(async () => {
    const { as } = officeForTest(product);
    // Saturday: it is to be screened on Monday, and Monday is over at midnight, while nobody is at work.
    const sent = await as('marek.nowak').post(
      '/referrals',
      aReferralBody({ area: 'medway', occurredAt: '2026-01-10' }),
    );
    late = sent.body.reference;
    for (const at of ['2026-01-12T23:00', '2026-01-13T06:00'])
      await noteAtWork(product.store, new Date(`${at}Z`).toISOString());
    await as('amy.adeyemi').post(`/cases/${late}/screening`, { outcome: 'accept', occurredAt: '2026-01-14T09:00Z' });
  });
  const screening = (page: Sent) =>
    cells(page, 0).filter(([what, of]) => what === 'Screen the referral' && of === late);

  it('has what fell due while the product was down, once, as it was due then, and what became of it', async () => {
    const down = ['Monday 12 January 2026 at 11pm', 'Tuesday 13 January 2026 at 6am'];
    for (const subject of ['amy.adeyemi', 'viktor.sandor']) {
      const page = await open(subject, address);
      expect(screening(page)).toEqual([
        ['Screen the referral', late, 'Medway', 'The MARAC', 'Monday 12 January 2026', ...down, 'Met late'],
      ]);
      expect(page.document.querySelector(`main tbody a[href="/cases/${late}"]`)).not.toBeNull();
    }
    const file = await open('amy.adeyemi', `/reports/outages/table?${months}`);
    expect(file.html.match(new RegExp(`Screen the referral,${late},Medway`, 'g'))).toHaveLength(1);
  });

  it('has it in the months of its outage and in its area alone', async () => {
    expect(screening(await open('amy.adeyemi', '/reports/outages?from=2026-02&to=2026-03'))).toEqual([]);
    expect(screening(await open('amy.adeyemi', '/reports/outages?from=2025-11&to=2025-12'))).toEqual([]);
    expect(screening(await open('amy.adeyemi', `${address}&area=medway`))).toHaveLength(1);
    expect(screening(await open('amy.adeyemi', `${address}&area=maidstone`))).toEqual([]);
    expect(screening(await open('bruno.castelli', address))).toEqual([]);
  });
});

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
