import { beforeAll, describe, expect, it } from 'vitest';
import { aReferralBody } from '../api/officeForTest.ts';
import { siteForFile } from './siteForFile.ts';
import type { Visitor } from './visitor.ts';

const here = siteForFile();
let amy: Visitor;
let reference: string;

beforeAll(async () => {
  reference = (await here.as('marek.nowak').post('/referrals', aReferralBody())).body.reference;
  await here.as('amy.adeyemi').post(`/cases/${reference}/screening`, { outcome: 'accept' });
  await here.as('amy.adeyemi').post(`/cases/${reference}/grade`, {}, { version: '*' });
  amy = await here.site.signInAs('amy.adeyemi');
}, 240_000);

describe('the children of a case on its page', { timeout: 240_000 }, () => {
  it('are added by a form that says what is missing, and stand there with what follows', async () => {
    await amy.open(`/cases/${reference}`);
    await amy.follow('Add a child');
    await amy.page.getByLabel('Born', { exact: true }).check();
    await amy.page.getByLabel('Given names').fill('Alder');
    await amy.press('Add the child');
    expect(await amy.text()).toContain('Write: Family name');
    await amy.page.getByLabel('Family name').fill('Lanternmere');
    await amy.page.getByLabel('Date of birth').fill('9/3/2016');
    await amy.page.getByLabel('School or nursery (optional)').fill('Harbour Primary');
    await amy.press('Add the child');
    const text = await amy.text();
    expect(text).toContain('The child is added.');
    expect(text).toContain('Alder Lanternmere');
    expect(text).toContain('Harbour Primary. Nothing on record yet');
  });

  it('are put right: what is left empty stays as it is', async () => {
    await amy.open(`/cases/${reference}/child-corrections`);
    await amy.page.getByLabel('Which child?').selectOption({ label: 'Alder Lanternmere (1 to 17)' });
    await amy.press('Put it right');
    expect(await amy.text()).toContain('Say what is to be put right.');
    await amy.page.getByLabel('School or nursery (optional)').fill('Gullside Primary');
    await amy.press('Put it right');
    const text = await amy.text();
    expect(text).toContain('It is put right.');
    expect(text).toContain('Alder Lanternmere');
    expect(text).toContain('Gullside Primary');
    expect(text).not.toContain('Harbour Primary');
  });

  it('are taken out where they were added by mistake, with the reason', async () => {
    await amy.open(`/cases/${reference}`);
    await amy.follow('Take out a child added by mistake');
    expect(await amy.text()).toMatch(/Alder Lanternmere \(1 to 17\)\s+Children’s services have/);
    await amy.page.getByLabel('Which child?').selectOption({ label: 'Alder Lanternmere (1 to 17)' });
    await amy.press('Take the child out');
    expect(await amy.text()).toContain('Write why');
    await amy.page.getByLabel('Why?').fill('Alder lives next door.');
    await amy.press('Take the child out');
    const text = await amy.text();
    expect(text).toContain('The child is taken out.');
    expect(text).not.toContain('Alder Lanternmere');
    expect(text).toContain('A child was taken out of the case');
  });
});
