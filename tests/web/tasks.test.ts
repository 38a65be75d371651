import { beforeAll, describe, expect, it } from 'vitest';
import { aReferralBody } from '../api/officeForTest.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import { weekdays } from '../../domain/idva/safeTimes.ts';
import { siteForFile } from './siteForFile.ts';
import type { Visitor } from './visitor.ts';

const here = siteForFile();
let reference: string;
let joanna: Visitor;

beforeAll(async () => {
  joanna = await here.site.signInAs('joanna.pike');
}, 240_000);

const safeWindows = [{ days: [...weekdays], from: '00:00', until: '23:59' }];
const safeContact = { numbers: ['01632 960123'], media: ['phone'], mayLeaveMessage: false, safeWindows };

/** The line of a task of the case in the test. */
const line = (what: string | RegExp) =>
  joanna.page.getByRole('row').filter({ hasText: reference }).filter({ hasText: what });

describe('the tasks of an adviser', { timeout: 240_000 }, () => {
  it('say what to do while nothing is to be done', async () => {
    await joanna.open('/tasks');
    expect(await joanna.text()).toContain('Nothing of yours is late or due in the next 7 days');
    expect(
      await joanna.page.getByRole('link', { name: 'Tasks', exact: true }).getAttribute('aria-current'),
    ).not.toBeNull();
  });

  it('say what, by when, why then, and when contact is safe', async () => {
    reference = (await here.as('marek.nowak').post('/referrals', aReferralBody({ safeContact }))).body.reference;
    const adviser = idOf('practitioner', 'joanna.pike');
    const given = await here.as('leila.haddad').post(`/cases/${reference}/allocation`, { adviser });
    expect(given.body, JSON.stringify(given.body)).toMatchObject({ status: 'recorded' });
    await joanna.open('/tasks');
    const text = await line('First contact by the IDVA').innerText();
    expect(text).toMatch(/Due soon|Due today/);
    expect(text).toContain('2 working days');
    expect(text).toContain('Next safe time:');
    await line('First contact by the IDVA')
      .getByRole('link', { name: /^.*: why First contact/ })
      .click();
    await joanna.page.waitForURL(/\/clocks\//);
    await joanna.look();
  });

  it('lead to the form and back, where the next task stands in the place of the one that was done', async () => {
    await joanna.open('/tasks');
    await joanna.follow(/^Record an attempt/);
    await joanna.page.getByLabel('No answer').check();
    await joanna.page.getByLabel('How did you try?').selectOption('phone');
    await joanna.press('Record the attempt');
    expect(new URL(joanna.page.url()).pathname).toBe('/tasks');
    expect(await joanna.text()).not.toContain('First contact by the IDVA');
    expect(await line('Three attempts to reach the victim').count()).toBe(1);
  });

  it('can be read on a phone', async () => {
    const phone = await here.site.signInAs('joanna.pike', { viewport: { width: 320, height: 640 } });
    await phone.open('/tasks');
    expect(await phone.text()).toContain(reference);
  });

  it('offer no contact with a victim for whom it was not safe, and ask the manager to decide', async () => {
    await joanna.open('/tasks');
    await joanna.follow(/^Record an attempt/);
    await joanna.page.getByLabel('It was not safe').check();
    await joanna.page.getByLabel('How did you try?').selectOption('phone');
    await joanna.press('Record the attempt');
    expect(await joanna.text()).not.toContain('Three attempts');
    expect(await joanna.page.getByRole('link', { name: /^Record an attempt/ }).count()).toBe(0);
    const leila = await here.site.signInAs('leila.haddad');
    await leila.open('/tasks');
    await leila.follow(/^Decide about contact/);
    expect(await leila.heading()).toContain('Decide about suspended contact');
  });
});
