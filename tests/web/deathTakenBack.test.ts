import { describe, expect, it } from 'vitest';
import { aReferralBody } from '../api/officeForTest.ts';
import { siteForFile } from './siteForFile.ts';

const here = siteForFile();
const link = 'Take the death back: it was recorded by mistake';

describe('a death that was recorded by mistake, on a page', { timeout: 240_000 }, () => {
  it('is taken back by the coordinator with a reason, after a warning, and the case is worked again', async () => {
    const { reference } = (await here.as('marek.nowak').post('/referrals', aReferralBody())).body;
    const amy = await here.site.signInAs('amy.adeyemi');
    await amy.open(`/cases/${reference}`);
    expect(await amy.text()).not.toContain(link);
    await here.as('amy.adeyemi').post(`/cases/${reference}/death`, {});
    await amy.open(`/cases/${reference}`);
    expect(await amy.text()).toContain('Frozen: the victim has died');
    await amy.follow(link);
    expect(await amy.page.locator('.govuk-warning-text').innerText()).toContain('Make sure first');
    await amy.press('Take the death back');
    expect(await amy.page.locator('.govuk-error-summary').innerText()).toContain(
      'Write how you know that the victim lives',
    );
    await amy.page.locator('#reason').fill('She rang the police today; the dead woman is a namesake.');
    await amy.press('Take the death back');
    const text = await amy.text();
    expect(text).toContain('The death is taken back.');
    expect(text).not.toContain('Frozen: the victim has died');
    expect(text).not.toContain('Legal hold');
    expect(text).not.toContain(link);
    expect(text).toContain('First contact');
  });

  it('is not offered to an adviser, who may record one', async () => {
    const { reference } = (await here.as('marek.nowak').post('/referrals', aReferralBody())).body;
    await here.as('amy.adeyemi').post(`/cases/${reference}/death`, {});
    const leila = await here.site.signInAs('leila.haddad');
    await leila.open(`/cases/${reference}`);
    expect(await leila.text()).toContain('Frozen');
    expect(await leila.text()).not.toContain(link);
  });
});
