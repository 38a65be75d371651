import { beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import { addHours } from '../../domain/calendar/london.ts';
import { aReferralBody } from '../api/officeForTest.ts';
import { Prisma } from '../../store/generated/client.ts';
import { siteForFile } from './siteForFile.ts';
import type { Visitor } from './visitor.ts';

const here = siteForFile();
let amy: Visitor;
const references: string[] = [];

beforeAll(async () => {
  for (let count = 0; count < 2; count += 1) {
    const { reference } = (await here.as('marek.nowak').post('/referrals', aReferralBody())).body;
    await here.as('amy.adeyemi').post(`/cases/${reference}/screening`, { outcome: 'accept' });
    const action = { agency: 'housing', risk: 'stalking', description: 'Change the locks.' };
    await here.as('amy.adeyemi').post(`/cases/${reference}/actions`, action);
    references.push(reference);
  }
  amy = await here.site.signInAs('amy.adeyemi');
}, 240_000);

const board = '/overdue?soon=14&kind=action';
const owners = async () =>
  (await here.product.store.prisma.action.findMany({ select: { agencyId: true, status: true } })).map(
    ({ status }) => status,
  );

describe('several duties at once', { timeout: 240_000 }, () => {
  it('says what to do where nothing is chosen', async () => {
    await amy.open(board);
    await amy.press('Do something with those chosen');
    expect(await amy.text()).toContain('Nothing is chosen');
  });

  it('are given to somebody else, each by its own case, with what became of each; sent twice it is done once', async () => {
    await amy.open(board);
    await amy.press('Choose all on this page');
    await amy.press('Do something with those chosen');
    expect(await amy.heading()).toBe('2 duties at once');
    await amy.page.getByLabel('Give them to somebody else').check();
    await amy.press('Do it with all of them');
    expect(await amy.text()).toContain('Say which agency');
    await amy.page.getByLabel('Which agency?').selectOption('police');
    await amy.page.getByLabel('Why?').locator('visible=true').fill('The police hold the keys.');
    const fields = await amy.page.evaluate(
      "new URLSearchParams(new FormData(document.querySelector('main form'))).toString()",
    );
    const address = amy.page.url();
    await amy.press('Do it with all of them');
    expect(await amy.text()).toContain('2 of 2 duties done');
    for (const reference of references) expect(await amy.text()).toContain(reference);
    expect(await amy.page.getByRole('link', { name: /^Action of .*: why it is due then$/ }).count()).toBe(2);
    const commands = await here.product.store.prisma.command.count({ where: { type: 'reassignAction' } });
    const again = await amy.page.request.post(address, {
      data: String(fields),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      maxRedirects: 0,
    });
    expect(again.status()).toBe(303);
    expect(await here.product.store.prisma.command.count({ where: { type: 'reassignAction' } })).toBe(commands);
    expect(commands).toBe(2);
    // Somebody else finds nothing under the same address.
    const bruno = await here.site.signInAs('bruno.castelli', { viewport: { width: 320, height: 700 } });
    await bruno.open(new URL(amy.page.url()).pathname);
    expect(await bruno.text()).toContain('Nothing was sent');
  });

  it('leave alone what somebody gave away meanwhile, say so, and go on with the others', async () => {
    const clocks = await here.product.store.prisma.clock.findMany({ where: { kind: 'action', status: 'running' } });
    await amy.open(`/overdue/bulk?${clocks.map(({ id }) => `clock=${id}`).join('&')}`);
    const [first] = clocks;
    const known = await here.product.store.prisma.case.findUniqueOrThrow({ where: { id: first?.caseId ?? '' } });
    const address = `/cases/${known.reference}/actions/${first?.subjectId ?? ''}/reassignment`;
    await here.as('amy.adeyemi').post(address, { agency: 'probation', reason: 'They see him.' }, { version: '*' });
    await amy.page.getByLabel('Give them to somebody else').check();
    await amy.page.getByLabel('Which agency?').selectOption('housing');
    await amy.page.getByLabel('Why?').locator('visible=true').fill('Housing has the locks.');
    await amy.press('Do it with all of them');
    expect(await amy.text()).toContain('1 of 2 duties done');
    const left = amy.page.getByRole('row').filter({ hasText: known.reference });
    expect(await left.innerText()).toContain('Not sent');
    expect(await left.innerText()).toContain('Somebody changed this since you opened it.');
    const actions = await here.product.store.prisma.action.findMany({ orderBy: { id: 'asc' } });
    const agencies = new Map(actions.map(({ id, agencyId }) => [id, agencyId]));
    expect(agencies.get(first?.subjectId ?? '')).toBe(idOf('agency', 'probation'));
    expect([...agencies.values()].filter((id) => id === idOf('agency', 'housing'))).toHaveLength(1);
    // It is still there when the page is opened again, and can be tried again by itself.
    await amy.page.reload();
    expect(await left.innerText()).toContain('Not sent');
    await amy.follow('Try again those that came to nothing');
    expect(await amy.heading()).toBe('1 duty at once');
    expect(await amy.text()).toContain(known.reference);
  });

  it('that are refused by one case go on with the others, and are named with the reason', async () => {
    const clocks = await here.product.store.prisma.clock.findMany({ where: { kind: 'action', status: 'running' } });
    expect(clocks).toHaveLength(2);
    await amy.open(`/overdue/bulk?${clocks.map(({ id }) => `clock=${id}`).join('&')}`);
    await amy.page.getByLabel('They are done').check();
    // One of them ends meanwhile.
    const [first] = clocks;
    const known = await here.product.store.prisma.case.findUniqueOrThrow({ where: { id: first?.caseId ?? '' } });
    const ended = `/cases/${known.reference}/actions/${first?.subjectId ?? ''}/completion`;
    await here.as('amy.adeyemi').post(ended, {}, { version: '*' });
    await amy.press('Do it with all of them');
    expect(await amy.text()).toContain('1 of 2 duties done');
    expect(await amy.page.getByText('Refused', { exact: true }).count()).toBe(1);
    expect(await owners()).toEqual(['completed', 'completed']);
  });

  it('say how far they have come whenever their page is opened again, from wherever', async () => {
    const { prisma } = here.product.store;
    const { key } = await prisma.command.findFirstOrThrow({
      where: { type: 'reassignAction', key: { contains: '/' } },
      orderBy: { stagedAt: 'asc' },
    });
    const address = `/overdue/bulk/${key.split('/')[0]}`;
    const batch = await prisma.command.findMany({ where: { key: { startsWith: key.split('/')[0] ?? '' } } });
    expect(batch).toHaveLength(2);
    const [first] = batch;
    const waiting = { status: 'staged', answer: Prisma.DbNull, resolvedAt: null };
    await prisma.command.update({ where: { id: first?.id ?? '' }, data: waiting });
    await amy.open(address);
    expect(await amy.text()).toContain('1 of 2 duties done. The rest goes on by itself');
    // Another window of hers, without the first, and without scripts: nothing of it was kept in a browser.
    const later = await here.site.signInAs('amy.adeyemi', { javaScriptEnabled: false });
    await later.open(address);
    expect(await later.text()).toContain('1 of 2 duties done. The rest goes on by itself');
    const { status, answer, resolvedAt } = first ?? {};
    const decided = { status: status ?? '', answer: answer ?? Prisma.DbNull, resolvedAt: resolvedAt ?? null };
    // A page that looks again by itself is nobody who sits there: their session runs out as if it had been closed.
    const idle = new Date(addHours(here.product.clock.now(), -0.2));
    await prisma.pageSession.updateMany({ data: { lastSeenAt: idle } });
    await prisma.command.update({ where: { id: first?.id ?? '' }, data: decided });
    await amy.page.getByText('2 of 2 duties done').waitFor();
    expect(await prisma.pageSession.count({ where: { lastSeenAt: { gt: idle } } })).toBe(0);
    await amy.look();
    await later.page.reload();
    expect(await later.text()).toContain('2 of 2 duties done');
  });
});
