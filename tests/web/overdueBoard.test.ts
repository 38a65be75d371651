import { beforeAll, describe, expect, it } from 'vitest';
import { aReferralBody } from '../api/officeForTest.ts';
import { siteForFile } from './siteForFile.ts';
import type { Visitor } from './visitor.ts';

const here = siteForFile();
const script = '<script>document.title="taken"</script><img src=x onerror="document.title=1">';
let amy: Visitor;
let reference: string;
let family: string;

beforeAll(async () => {
  const body = aReferralBody({ area: 'medway' });
  family = body.victim.familyName;
  reference = (await here.as('marek.nowak').post('/referrals', body)).body.reference;
  amy = await here.site.signInAs('amy.adeyemi');
}, 240_000);

describe('the overdue board', { timeout: 240_000 }, () => {
  it('is kept as a view under a name, by each for themselves, and removed again', async () => {
    await amy.open('/overdue');
    expect(await amy.page.getByRole('link', { name: 'Keep this view' }).count()).toBe(0);
    await amy.open('/overdue?area=medway&soon=14&group=agency');
    await amy.follow('Keep this view');
    expect(await amy.text()).toContain('Area: Medway');
    await amy.press('Keep this view');
    expect(await amy.text()).toContain('Give the view a name.');
    await amy.page.getByLabel('Name of the view').fill(script.slice(0, 50));
    await amy.press('Keep this view');
    await amy.open('/overdue');
    await amy.follow(script.slice(0, 50));
    expect(new URL(amy.page.url()).search).toBe('?area=medway&soon=14&group=agency');
    const view = await here.product.store.prisma.savedView.findFirstOrThrow();
    const bruno = await here.site.signInAs('bruno.castelli', { viewport: { width: 320, height: 700 } });
    await bruno.open('/overdue/views');
    expect(await bruno.text()).toContain('You keep no view yet');
    expect((await bruno.open(`/overdue/views/${view.id}/remove`))?.status()).toBe(404);
    await amy.open('/overdue/views');
    await amy.follow(/^Remove/);
    await amy.press('Remove the view');
    expect(await amy.text()).toContain('You keep no view yet');
  });

  it('is filtered by its address, grouped, and saved as a table that no spreadsheet takes for formulas', async () => {
    here.product.clock.advance(10 * 86_400_000);
    const coordinator = await here.site.signInAs('amy.adeyemi');
    await coordinator.open('/overdue?agency=medway-idva-service&group=kind');
    expect(await coordinator.text()).toContain('First contact by the IDVA');
    expect(await coordinator.page.locator('tbody tr').count()).toBeGreaterThan(0);
    const table = await (await coordinator.page.request.get(`${here.site.url}/overdue/export`)).text();
    expect(table.split('\n')[0]).toBe(
      '\ufeffCase or meeting,Duty,Due,Days late,Area,Agency,Owner,Reminders sent,Next reminder',
    );
    expect(table).toContain(reference);
    expect(table).not.toContain(family);
    await coordinator.open('/overdue?area=dover&agency=medway-idva-service');
    expect(await coordinator.text()).toContain('Nothing fits this filter.');
  });
});
