import { beforeAll, describe, expect, it } from 'vitest';
import type { AbsenceView } from '../../contracts/views/idvaView.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import { newId } from '../../platform/ids.ts';
import { cursorOf } from '../../contracts/cursor.ts';
import { addPractitioners } from '../../store/practitioners/addPractitioners.ts';
import { aReferralBody } from '../api/officeForTest.ts';
import { siteForFile } from './siteForFile.ts';
import type { Visitor } from './visitor.ts';

const here = siteForFile();
let leila: Visitor;
const joanna = idOf('practitioner', 'joanna.pike');
const other = newId();
const references: string[] = [];

beforeAll(async () => {
  const agencyId = idOf('agency', 'kent-idva-service');
  const appointment = { id: newId(), role: 'idva' as const, areaId: null, agencyId, startsOn: '2012-01-01' };
  const person = { id: other, subject: 'yara.lindell', name: 'Yara Lindell', email: 'yara.lindell@kent-idva.example' };
  await addPractitioners(here.product.store.prisma, [{ ...person, appointments: [appointment] }]);
  for (let count = 0; count < 3; count += 1)
    references.push((await here.as('marek.nowak').post('/referrals', aReferralBody())).body.reference);
  leila = await here.site.signInAs('leila.haddad');
}, 240_000);

describe('the caseload of a service', { timeout: 240_000 }, () => {
  it('shows what waits for an adviser, and gives it to the one who is chosen', async () => {
    await leila.open('/caseload');
    expect(await leila.heading()).toContain('Caseload');
    const [first] = await here.product.store.prisma.case.findMany({ orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }] });
    const after = cursorOf({ at: first?.receivedAt.toISOString() ?? '', id: first?.id ?? '' });
    await leila.open(`/caseload?service=kent-idva-service&after=${after}`);
    const further = await leila.page.locator('#waiting + table tbody th').allInnerTexts();
    expect(further.toSorted()).toEqual(references.filter((reference) => reference !== first?.reference).toSorted());
    expect(await leila.page.locator('.marac-tiles').innerText()).toMatch(/^3\s+without an adviser/);
    await leila.follow('First page');
    for (const reference of references.slice(0, 2)) {
      await leila.open(`/caseload/allocation/${reference}`);
      expect(await leila.text()).toContain('Room for');
      await leila.press('Give it to them');
      expect(await leila.text()).toContain('This was not sent');
      await leila.page.getByLabel('Joanna Pike').check();
      await leila.press('Give it to them');
      expect(await leila.text()).toContain(`Case ${reference} has an adviser.`);
    }
    const row = leila.page.locator('tr', { hasText: 'Joanna Pike' });
    expect(await row.locator('td[data-label="Open"]').innerText()).toContain('2');
    const waiting = await leila.page.locator('#waiting + table tbody th').allInnerTexts();
    expect(waiting).toEqual(references.slice(2));
  });

  it('enters an absence with who stands in, and keeps what an adviser can take', async () => {
    await leila.open(`/caseload/absence?who=${joanna}`);
    await leila.page.getByLabel('First day away').fill('9/3/2027');
    await leila.page.getByLabel('Last day away').fill('5/3/2027');
    await leila.page.getByLabel('Who stands in? (optional)').selectOption(other);
    await leila.press('Enter the absence');
    expect(await leila.text()).toContain('The last day lies before the first.');
    await leila.page.getByLabel('Last day away').fill('12/3/2027');
    await leila.press('Enter the absence');
    expect(await leila.page.locator('#away + table').innerText()).toContain('Yara Lindell');
    await leila.follow(/^Take it back/);
    expect(await leila.text()).toContain('Yara Lindell sees their cases and has their tasks no more.');
    await leila.press('Take it back');
    expect(await leila.text()).toContain('Nobody is away.');
    await leila.open(`/caseload/absence?who=${joanna}`);
    await leila.page.getByLabel('First day away').fill('9/3/2027');
    await leila.page.getByLabel('Last day away').fill('12/3/2027');
    await leila.page.getByLabel('Who stands in? (optional)').selectOption(other);
    await leila.press('Enter the absence');
    await leila.open(`/caseload/profile/${other}`);
    await leila.page.getByLabel('Part of a full post, in per cent').fill('60');
    await leila.page.getByLabel('Court').check();
    await leila.page.getByLabel('Languages beside English (optional)').fill('Polish, Urdu');
    await leila.press('Keep it');
    await leila.open(`/caseload/profile/${other}`);
    const languages = leila.page.getByLabel('Languages beside English (optional)');
    expect(await languages.inputValue()).toBe('Polish, Urdu');
    expect(await here.product.store.prisma.absence.count({ where: { practitionerId: joanna } })).toBe(1);
    const absence: Partial<AbsenceView> = { coverId: other };
    expect(await here.product.store.prisma.absence.findFirst({ where: { practitionerId: joanna } })).toMatchObject(
      absence,
    );
  });

  it('hands over a whole caseload and says of every case what became of it, however often one looks', async () => {
    await leila.open(`/caseload/handover?from=${joanna}`);
    await leila.page.getByLabel('Who takes it?').selectOption(other);
    await leila.page.getByLabel('Why?').fill('Joanna leaves the service.');
    await leila.press('Hand over the caseload');
    expect(await leila.heading()).toContain('Joanna Pike to Yara Lindell');
    await expect
      .poll(
        async () => {
          await leila.page.reload();
          return leila.page.locator('main').innerText();
        },
        { timeout: 60_000 },
      )
      .toContain('It is finished.');
    await leila.look();
    expect(await leila.page.getByText('Handed over', { exact: true }).count()).toBe(2);
    const kwame = await here.site.signInAs('kwame.boateng', { viewport: { width: 320, height: 700 } });
    await kwame.open('/caseload');
    const { pathname } = new URL(leila.page.url());
    expect((await kwame.open(pathname))?.status()).toBe(404);
  });
});

describe('deliveries', { timeout: 240_000 }, () => {
  it('that did not get through are seen to: sent again, or settled', async () => {
    const { prisma } = here.product.store;
    const known = await prisma.case.findUniqueOrThrow({ where: { reference: references[0] ?? '' } });
    const notices = await prisma.notice.findMany({ where: { caseId: known.id }, take: 2 });
    expect(notices).toHaveLength(2);
    const ids = notices.map(({ id }) => id);
    const failed = { status: 'undelivered', lastError: 'NO_SUCH_MAILBOX', attempts: 3 };
    await prisma.notice.updateMany({ where: { id: { in: ids } }, data: failed });
    const cerys = await here.site.signInAs('cerys.maddock');
    await cerys.open('/deliveries');
    expect(await cerys.text()).toContain('3 failed attempts');
    await cerys.open(`/deliveries/${ids[0] ?? ''}`);
    expect(await cerys.text()).toContain('3 failed attempts');
    expect(await cerys.page.getByRole('link', { name: known.reference }).count()).toBe(1);
    await cerys.page.getByLabel('Send it again').check();
    await cerys.press('Do it');
    expect(await cerys.text()).toContain('The message goes out again.');
    await cerys.open(`/deliveries/${ids[1] ?? ''}`);
    await cerys.page.getByLabel('They were told in another way').check();
    await cerys.press('Do it');
    const after = await prisma.notice.findMany({ where: { id: { in: ids } } });
    expect(after.map(({ status }) => status).sort()).toEqual(['settled', 'waiting']);
    // Somebody of another area finds nothing there.
    await prisma.notice.updateMany({ where: { id: { in: ids } }, data: failed });
    const dilip = await here.site.signInAs('dilip.raval', { viewport: { width: 320, height: 700 } });
    expect((await dilip.open(`/deliveries/${ids[0] ?? ''}`))?.status()).toBe(404);
    await dilip.open('/deliveries?status=sent');
  });
});
