import { expect } from 'vitest';
import { addHours, londonDate } from '../../../domain/calendar/london.ts';
import type { MeetingView } from '../../../contracts/views/officeViews.ts';
import { aReferralBody } from '../../api/officeForTest.ts';
import type { Visitor } from '../visitor.ts';
import type { Office } from './office.ts';

const days = (count: number) => count * 24;
/** Months ago, so that nothing else of the office was received in that month. */
const received = days(120);
/** After how many days of the referral cases were screened and listed: Dover waits for its list. */
const ways = [
  { area: 'dover', cases: 3, screened: 2, listed: 11 },
  { area: 'canterbury', cases: 2, screened: 1, listed: 4 },
] as const;

/**
 * Viktor looks up where time goes, down to the references behind a figure, and who has looked at the slowest of them.
 * Everywhere he sees figures and references: no name, and no word of what happened.
 */
export async function governanceFindsTheSlowestStage(office: Office): Promise<void> {
  const { site, product } = office;
  const receivedAt = addHours(product.clock.now(), -received);
  for (const way of ways) await casesThatWent(office, receivedAt, way);
  const month = londonDate(receivedAt).slice(0, 7);

  const viktor = await site.signInAs('viktor.sandor');
  await viktor.follow('Reports');
  await viktor.follow('Durations');
  await viktor.choose('From', month);
  await viktor.choose('To', month);
  expect(await viktor.text()).toContain('5 cases were received');
  expect(await viktor.text()).toContain('The slowest step is from screening to listing: it adds 9 days');
  await viktor.choose('Which duration', 'listed');
  const table = viktor.page.getByRole('table', { name: 'Referral to listing, by area: the figures' });
  const figures = await table.locator('tbody tr').allInnerTexts();
  expect(figures.map((line) => line.replaceAll(/\s+/g, ' '))).toEqual([
    expect.stringMatching(/^Dover 3 .*11 days 11 days/),
    expect.stringMatching(/^Canterbury 2 .*4 days 4 days/),
  ]);
  namesNobody(await viktor.text());

  await viktor.follow(/^3 cases it happened in, Dover/);
  const references = await viktor.page.locator('main tbody th').allInnerTexts();
  expect(references).toHaveLength(3);
  namesNobody(await viktor.text());
  const [reference = ''] = references;
  await viktor.follow(reference);
  namesNobody(await viktor.text());

  await viktor.follow('Audit');
  await auditOf(viktor, reference);
  const trail = await viktor.text();
  expect(trail).toContain('listed');
  expect(await viktor.page.locator('main tbody tr').count()).toBeGreaterThan(3);
  namesNobody(trail);
}

/** Cases of one area that came in at that moment and went on at that pace. */
async function casesThatWent(
  { as, record }: Office,
  receivedAt: string,
  { area, cases, screened, listed }: (typeof ways)[number],
): Promise<void> {
  const by = 'bruno.castelli';
  const startsAt = addHours(new Date().toISOString(), days(30));
  const { status } = await as(by).post<MeetingView>('/meetings', { area, kind: 'extra', startsAt });
  expect(status).toBe(201);
  const after = (count: number) => ({ occurredAt: addHours(receivedAt, days(count)) });
  for (let number = 0; number < cases; number += 1) {
    const { reference } = await record('marek.nowak', '/referrals', aReferralBody({ area, occurredAt: receivedAt }));
    await record(by, `/cases/${reference}/screening`, { outcome: 'accept', ...after(screened) });
    await record(by, `/cases/${reference}/grade`, after(listed));
  }
}

/** Types a reference into the filter, which answers as soon as the field is left. */
async function auditOf(viktor: Visitor, reference: string): Promise<void> {
  await viktor.page.getByLabel('Case', { exact: true }).fill(reference);
  await Promise.all([
    viktor.page.waitForURL(`**/audit?*case=${reference}*`),
    viktor.page.getByRole('button', { name: 'Show', exact: true }).click(),
  ]);
  await viktor.look();
}

/** Neither of those it is about, nor of those who worked on it. */
function namesNobody(text: string): void {
  expect(text).not.toMatch(/Idonya|Lanternmere|Bruno|Castelli|Marek|Nowak/);
}
