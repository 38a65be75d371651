import { describe, expect, it } from 'vitest';
import { aReferralBody } from '../api/officeForTest.ts';
import { siteForFile } from './siteForFile.ts';

const here = siteForFile();

describe('a case that was sent to another MARAC', { timeout: 240_000 }, () => {
  it('says to whom, why and how it stands, and has what was sent with it as a file', async () => {
    const occurredAt = here.product.clock.now().slice(0, 10);
    const body = aReferralBody({ area: 'medway', occurredAt });
    const { reference } = (await here.as('marek.nowak').post('/referrals', body)).body;
    await here.as('amy.adeyemi').post(`/cases/${reference}/screening`, { outcome: 'accept' });
    const transfer = { outside: { name: 'MARAC of Ambridge' }, reason: 'She has moved to her sister.' };
    expect((await here.as('amy.adeyemi').post(`/cases/${reference}/transfers`, transfer)).status).toBe(201);
    const amy = await here.site.signInAs('amy.adeyemi');
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
    const viktor = await here.site.signInAs('viktor.sandor');
    await viktor.open(`/cases/${reference}`);
    expect(await viktor.text()).toContain('From Medway to a MARAC outside this system');
    expect(await viktor.text()).not.toContain('Ambridge');
    expect(await viktor.page.getByRole('link', { name: 'What was sent with it (Word)' }).count()).toBe(0);
  });
});
