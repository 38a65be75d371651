import { beforeAll, describe, expect, it } from 'vitest';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { addHours } from '../../domain/calendar/london.ts';
import { reportedCases, type ReportedCase } from '../../store/reports/reportedCases.ts';
import { reports } from '../../web/pages/reports/reportNames.ts';
import { forgetAreasAndAgencies } from '../../usecases/office/areasAndAgencies.ts';
import { aReferralBody } from '../api/officeForTest.ts';
import { siteForFile } from './siteForFile.ts';
import type { Visitor } from './visitor.ts';

const here = siteForFile();
let viktor: Visitor;

/** The figures of days that stand in a row of the table or in the description of the chart. */
const figuresOf = (text: string) => [...text.matchAll(/([\d.]+) days?\b/g)].map(([, figure]) => Number(figure));

beforeAll(async () => {
  viktor = await here.site.signInAs('viktor.sandor');
}, 240_000);

describe('durations', { timeout: 240_000 }, () => {
  it('say what to do where there is nothing to count', async () => {
    await viktor.open('/durations');
    expect(await viktor.text()).toContain('choose earlier months');
    await viktor.open('/durations?from=2021-01&to=2021-02');
    expect(await viktor.text()).toContain('No case was received from January 2021 to February 2021');
  });

  it('name the slowest step to governance', async () => {
    await addCases();
    await viktor.open('/durations');
    await viktor.follow('Reports');
    await viktor.follow('Durations');
    const text = await viktor.text();
    expect(text).toContain('5 cases were received');
    expect(text).toContain('The slowest step is from screening to listing: it adds 9 days');
  });

  it('lead from a figure to the references behind it, the longest first, and to nobody they are about', async () => {
    await viktor.open('/durations?duration=listed&groupBy=area');
    await viktor.follow(/^3 cases it happened in, North/);
    const rows = await viktor.page.locator('main tbody tr').allInnerTexts();
    expect(rows.map((row) => figuresOf(row))).toEqual([[16], [10], [4]]);
    await viktor.follow('Those in which somebody still waits');
    expect(await viktor.text()).toContain('There is no such case that you may see.');
    const north = '/durations/cases?duration=listed&groupBy=area&group=north';
    const [first = ''] = rows[0]?.match(/[0-9a-f-]{36}/) ?? [];
    const { id } = await here.product.store.prisma.case.findUniqueOrThrow({ where: { reference: first } });
    await viktor.open(`${north}&after=${16 * 24 * 3_600_000}_${id}`);
    expect(figuresOf(await viktor.page.locator('main tbody').innerText())).toEqual([10, 4]);
    const noted = await here.product.store.prisma.accessLog.findMany({
      where: { event: 'readReportedCase', caseId: id },
    });
    expect(noted.length).toBeGreaterThan(0);
    // An area one has no figures of has no cases behind them either.
    const amy = await here.site.signInAs('amy.adeyemi');
    await amy.open(north);
    expect(await amy.text()).toContain('There is no such case that you may see.');
  });

  it('draw the figures of the table beside them, with a title and a description', async () => {
    await viktor.open('/durations?duration=listed&groupBy=area');
    const chart = viktor.page.getByRole('img', {
      name: 'Referral to listing, by area',
      exact: true,
    });
    expect(await chart.count()).toBe(1);
    const description = await chart.locator('desc').textContent();
    const table = viktor.page.getByRole('table', {
      name: 'Referral to listing, by area: the figures',
    });
    const rows = await table.locator('tbody tr').allInnerTexts();
    expect(rows.map((row) => row.split('\t')[0]?.trim())).toEqual(['North & <b>Shore', 'South']);
    // Half and nine in ten of each area: 4, 10 and 16 days, and 2 and 12 days (the ninth tenth lies between two cases).
    expect(rows.map((row) => figuresOf(row).slice(0, 2))).toEqual([
      [10, 14.8],
      [7, 11],
    ]);
    expect(figuresOf(description ?? '')).toEqual([10, 14.8, 7, 11]);
    const drawn = await chart.locator('text').allTextContents();
    expect(drawn).toEqual(expect.arrayContaining(['North & <b>Shore', '10 and 14.8 days', 'South', '7 and 11 days']));
    expect(await chart.locator('b, style').count()).toBe(0);
  });

  it('show how a duration is spread, in a chart and in the table beside it', async () => {
    await viktor.open('/durations?duration=listed&groupBy=area');
    const title = 'Referral to listing: how it is spread';
    const rows = await viktor.page
      .getByRole('table', { name: `${title}, the figures` })
      .locator('tbody tr')
      .allInnerTexts();
    const counts = rows.map((row) => Number(row.split('\t')[1]));
    // 4, 10 and 16 days in the north, 2 and 12 in the south: up to 1, 2, 5, 10, 20 days and so on.
    expect(counts).toEqual([0, 1, 1, 1, 2, 0, 0, 0, 0, 0]);
    expect(rows.map((row) => row.split('\t')[3]?.trim()).slice(0, 6)).toEqual([
      '0%',
      '20%',
      '40%',
      '60%',
      '100%',
      '100%',
    ]);
    const described = await viktor.page.getByRole('img', { name: title, exact: true }).locator('desc').textContent();
    expect([...(described ?? '').matchAll(/(\d+) cases?\./g)].map(([, count]) => Number(count))).toEqual(counts);
  });

  it('are drawn to scale', async () => {
    await viktor.open('/durations?duration=listed&groupBy=area');
    const widths = await viktor.page.evaluate<number[]>(
      "Array.from(document.querySelectorAll('svg[aria-labelledby=durations-chart-title] rect'), (bar) => bar.getBBox().width)",
    );
    const [northNine = 0, southNine = 0, northHalf = 0, southHalf = 0] = widths;
    expect(northHalf / northNine).toBeCloseTo(10 / 14.8, 2);
    expect(southNine / northNine).toBeCloseTo(11 / 14.8, 2);
    expect(southHalf / northHalf).toBeCloseTo(0.7, 2);
  });

  it('draw what each step adds, and say the same in the table beside it', async () => {
    await viktor.open('/durations');
    const rows = await viktor.page
      .getByRole('table', { name: 'What each step adds: the figures' })
      .locator('tbody tr')
      .allInnerTexts();
    // Screened after a day, listed after 10 in the middle, heard 3 days later.
    expect(rows.map((row) => row.split('\t').map((cell) => cell.trim()))).toEqual([
      ['From the referral to screening', '1 day'],
      ['From screening to listing', '9 days'],
      ['From listing to hearing', '3 days'],
    ]);
    const chart = viktor.page.getByRole('img', { name: 'How many days each step adds', exact: true });
    expect(figuresOf((await chart.locator('desc').textContent()) ?? '')).toEqual([1, 9, 3]);
    const [screened = 0, listed = 0, heard = 0] = await viktor.page.evaluate<number[]>(
      "Array.from(document.querySelectorAll('svg[aria-labelledby=steps-chart-title] rect'), (bar) => bar.getBBox().width)",
    );
    expect([listed / screened, listed / heard].map(Math.round)).toEqual([9, 3]);
  });

  it('can be told from the ground by whoever has chosen colours of their own', async () => {
    await viktor.open('/durations');
    await viktor.page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    const [bar, ground] = await viktor.page.evaluate<string[]>(
      "[getComputedStyle(document.querySelector('svg[aria-labelledby=steps-chart-title] rect')).fill, getComputedStyle(document.body).backgroundColor]",
    );
    await viktor.page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
    expect([bar, ground]).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
  });

  it.each(['month', 'quarter', 'route', 'agency'])('are there by %s', async (groupBy) => {
    await viktor.open(`/durations?groupBy=${groupBy}&duration=screened`);
    expect(await viktor.page.locator('main svg[aria-labelledby="durations-chart-title"]').count()).toBe(1);
  });

  it('read months that were given the wrong way round', async () => {
    await viktor.open('/durations?from=2021-05&to=2021-02');
    expect(await viktor.text()).toContain('from February 2021 to May 2021');
  });

  it('show which duties are done in time, by agency', async () => {
    const occurredAt = here.product.clock.now().slice(0, 10);
    const sent = await here.as('marek.nowak').post('/referrals', aReferralBody({ area: 'medway', occurredAt }));
    await here.as('amy.adeyemi').post(`/cases/${sent.body.reference}/screening`, {
      outcome: 'accept',
    });
    await viktor.open('/durations');
    expect(await viktor.text()).not.toMatch(/-\d/);
    const duties = viktor.page.getByRole('table', {
      name: 'Punctuality by duty and agency',
    });
    const screening = await duties.getByRole('row', { name: /^Screen the referral/ }).innerText();
    expect(screening.split('\t').map((cell) => cell.trim())).toEqual(
      expect.arrayContaining(['The MARAC', '100%', '1']),
    );
    const agencies = viktor.page.getByRole('table', { name: 'Punctuality by agency', exact: true });
    const marac = await agencies.getByRole('row', { name: /^The MARAC/ }).innerText();
    expect(marac.split('\t').map((cell) => cell.trim())).toEqual(['The MARAC', '100%', '1', '0']);
    const chart = viktor.page.getByRole('img', { name: 'Done in time, by agency', exact: true });
    expect(await chart.locator('desc').textContent()).toContain('The MARAC: 100% (1 of 1).');
  });

  it('fit a phone', async () => {
    await viktor.page.setViewportSize({ width: 320, height: 800 });
    await viktor.open('/durations?duration=listed');
    for (const chart of await viktor.page.locator('main svg').all()) expect(await chart.isVisible()).toBe(true);
  });

  it('and every other report can be read by everybody, in a wide window and on a phone', async () => {
    const figures = ['/reports/return?quarter=2021-Q2', '/reports/return?quarter=2021-Q2&view=publication'];
    for (const width of [1280, 320]) {
      await viktor.page.setViewportSize({ width, height: 800 });
      for (const address of ['/reports', ...reports.map(({ href }) => href), ...figures]) await viktor.open(address);
      expect(await viktor.page.locator('main table').count()).toBeGreaterThan(0);
    }
  });

  it('are not there for an adviser', async () => {
    const ines = await here.site.signInAs('ines.moreau');
    expect((await ines.open('/durations'))?.status()).toBe(404);
    expect(await ines.text()).not.toContain('slowest step');
  });
});

/** Cases of two areas that were all screened after a day and listed after some, so that the slowest step is known. */
async function addCases(): Promise<void> {
  const { prisma } = here.product.store;
  const rows = reportedCases(prisma);
  for (const area of ['north', 'south']) await rows.addArea(area);
  await rows.addAgency('coastguard');
  await prisma.area.update({
    where: { code: 'north' },
    data: { name: 'North & <b>Shore' },
  });
  await prisma.area.update({
    where: { code: 'south' },
    data: { name: 'South' },
  });
  forgetAreasAndAgencies(here.product);
  const receivedAt: IsoInstant = addHours(here.product.clock.now(), -24 * 40);
  const add = (area: string, listedAfter: number): Promise<string> => {
    const after = (days: number) => addHours(receivedAt, days * 24);
    const moments = {
      screenedAt: after(1),
      listedAt: after(listedAfter),
      heardAt: after(listedAfter + 3),
    };
    const known: ReportedCase = {
      ...{ area, receivedAt, stage: 'heard', referredBy: ['coastguard'] },
      ...moments,
    };
    return rows.addCase(known);
  };
  for (const days of [4, 10, 16]) await add('north', days);
  for (const days of [2, 12]) await add('south', days);
  const at = '2021-05-12T09:00:00.000Z';
  const meetingId = await rows.addMeeting('north', at);
  await rows.addCase({
    area: 'north',
    receivedAt: '2021-04-20T10:00:00.000Z',
    referredBy: ['coastguard'],
    hearings: [{ meetingId, at }],
  });
}
