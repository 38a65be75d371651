import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aReferralBody, officeForTest, type Caller } from '../api/officeForTest.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { startSiteForTest, type TestSite } from './siteForTest.ts';

let product: TestProduct;
let site: TestSite;
let as: (subject: string) => Caller;

beforeAll(async () => {
  product = await startWorkerForTest();
  site = await startSiteForTest(product);
  ({ as } = officeForTest(product));
}, 240_000);
afterAll(async () => {
  await site?.stop();
  await product?.stop();
});

describe('a case that was sent to another MARAC', { timeout: 240_000 }, () => {
  it('says to whom, why and how it stands, and has what was sent with it as a file', async () => {
    const occurredAt = product.clock.now().slice(0, 10);
    const body = aReferralBody({ area: 'medway', occurredAt });
    const { reference } = (await as('marek.nowak').post('/referrals', body)).body;
    await as('amy.adeyemi').post(`/cases/${reference}/screening`, { outcome: 'accept' });
    const transfer = { outside: { name: 'MARAC of Ambridge' }, reason: 'She has moved to her sister.' };
    expect((await as('amy.adeyemi').post(`/cases/${reference}/transfers`, transfer)).status).toBe(201);
    const amy = await site.signInAs('amy.adeyemi');
    await amy.open(`/cases/${reference}`);
    const shown = await amy.page.locator('section[aria-labelledby="transfers"]').innerText();
    expect(shown).toContain('From Medway to a MARAC outside this system');
    expect(shown).toContain('Waits for an answer');
    expect(shown).toContain('MARAC of Ambridge');
    expect(shown).toContain('She has moved to her sister.');
    const saving = amy.page.waitForEvent('download');
    await amy.page.getByRole('link', { name: 'What was sent with it (Word)' }).click();
    expect((await saving).suggestedFilename()).toBe(`transfer-${reference}-${occurredAt}.docx`);
    // Governance sees that it was sent, and neither why nor the pack.
    const viktor = await site.signInAs('viktor.sandor');
    await viktor.open(`/cases/${reference}`);
    expect(await viktor.text()).toContain('From Medway to a MARAC outside this system');
    expect(await viktor.text()).not.toContain('Ambridge');
    expect(await viktor.page.getByRole('link', { name: 'What was sent with it (Word)' }).count()).toBe(0);
  });
});
