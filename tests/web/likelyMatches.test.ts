import { describe, expect, it } from 'vitest';
import type { CaseView } from '../../contracts/views/caseView.ts';
import { aReferralBody } from '../api/officeForTest.ts';
import { siteForFile } from './siteForFile.ts';

const here = siteForFile();

describe('somebody who may be on record already', { timeout: 240_000 }, () => {
  it('stands on the page of the case with the other record, and is decided there', async () => {
    const body = aReferralBody();
    const known = (await here.as('marek.nowak').post('/referrals', body)).body.reference;
    await here.as('amy.adeyemi').post(`/cases/${known}/screening`, { outcome: 'accept' });
    const spelt = { ...body, victim: { ...body.victim, givenNames: 'Idonia' } };
    const { reference } = (await here.as('marek.nowak').post('/referrals', spelt)).body;

    const amy = await here.site.signInAs('amy.adeyemi');
    await amy.open(`/cases/${reference}`);
    const people = amy.page.locator('section[aria-labelledby="people"]');
    expect(await people.innerText()).toContain('The victim may be on record already');
    expect(await people.innerText()).toContain(`In a case of Maidstone: ${known}.`);
    expect(await people.innerText()).toContain('There: Idonya');
    expect(await amy.text()).toContain('Perhaps on record already: not decided');
    await people.getByRole('link', { name: 'Decide whether it is the same person' }).click();
    expect(await amy.text()).toMatch(/The other record\s+Idonya .*5\/4\/1990/);
    await amy.page.getByLabel('Yes, it is the same person').check();
    await amy.page.getByLabel('How do you know?').fill('Her sister says so.');
    await amy.press('Record the decision');

    const { repeat, repeatOf, stage } = (await here.as('amy.adeyemi').get<CaseView>(`/cases/${reference}`)).body;
    expect({ repeat, repeatOf, stage }).toEqual({ repeat: true, repeatOf: known, stage: 'listed' });
    await amy.open(`/cases/${reference}`);
    expect(await people.innerText()).toContain('is the same person as on another record');
    expect(await people.innerText()).toContain('On another record of the same victim it says this.');

    // Whoever coordinates another area hears that there is another record, and not whose it is.
    const { reference: elsewhere } = (
      await here.as('marek.nowak').post('/referrals', {
        ...spelt,
        area: 'thanet',
        victim: { ...body.victim, givenNames: 'Ydonia' },
      })
    ).body;
    const bruno = await here.site.signInAs('bruno.castelli');
    await bruno.open(`/cases/${elsewhere}`);
    expect(await bruno.text()).toContain('In a case of Maidstone.');
    expect(await bruno.text()).not.toContain(known);
    expect(await bruno.text()).not.toContain('Idonya');
  });
});
