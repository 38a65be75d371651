import { beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '../../contracts/views/caseView.ts';
import { aReferralBody } from '../api/officeForTest.ts';
import { siteForFile } from './siteForFile.ts';
import type { Visitor } from './visitor.ts';

const here = siteForFile();
let amy: Visitor;

beforeAll(async () => {
  amy = await here.site.signInAs('amy.adeyemi');
}, 240_000);

describe('what a referral says of safe contact', { timeout: 240_000 }, () => {
  it('is compared with what stands, and taken over answer by answer', async () => {
    const people = aReferralBody();
    const first = (await here.as('marek.nowak').post('/referrals', people)).body.reference;
    const stands = { numbers: ['01632 960777'], media: ['visit'], mayLeaveMessage: false };
    await here.as('leila.haddad').post(`/cases/${first}/safe-contact`, stands);
    await here.as('marek.nowak').post('/referrals', people);
    await amy.open(`/cases/${first}`);
    expect(await amy.text()).toContain('A later referral');
    await amy.follow('Decide what a referral says of safe contact');
    await amy.look();
    const compared = await amy.page.getByRole('table', { name: 'What stands, and what the referral says' }).innerText();
    expect(compared).toContain('01632 960777');
    expect(compared).toContain(people.safeContact.numbers[0]);
    await amy.press('Record the decision');
    expect(await amy.page.locator('.govuk-error-summary').innerText()).toContain('Say why nothing of it is taken over');
    await amy.page.getByLabel('Safe numbers').check();
    await amy.press('Record the decision');
    expect(await amy.text()).toContain('It is decided, in every case of this victim.');
    const { body } = await here.as('amy.adeyemi').get<CaseView>(`/cases/${first}`);
    const text = { ...stands, numbers: people.safeContact.numbers };
    expect(body.safeContact?.details).toEqual({ state: 'open', text });
  });
});
