import { expect } from 'vitest';
import { aReferralBody } from '../../api/officeForTest.ts';
import type { Office } from './office.ts';

/** Hugo is in the middle of a form when Wanda ends his access: what he sends is not done, and nothing opens any more. */
export async function administratorEndsAccess({ site, as, record, product }: Office): Promise<void> {
  const { reference } = await record('marek.nowak', '/referrals', aReferralBody({ area: 'thanet' }));
  const hugo = await site.signInAs('hugo.brandt');
  await hugo.open(`/cases/${reference}/screening`);
  await hugo.page.getByLabel('Accept it').check();

  const wanda = await site.signInAs('wanda.osei');
  expect((await wanda.open(`/cases/${reference}`))?.status()).toBe(404);
  await wanda.open('/administration');
  await wanda.follow('People');
  await wanda.follow('Hugo Brandt');
  await wanda.follow(/^End their access/);
  await wanda.page.getByLabel('Now', { exact: true }).check();
  await wanda.press('Set it');
  expect(await wanda.text()).toContain('They have no access any more.');

  await hugo.page.getByRole('button', { name: 'Record the screening' }).click();
  // His session is gone; his organisation still vouches for him, and that is not enough.
  await hugo.chooseAt('hugo.brandt');
  expect(await hugo.heading()).toBe('You are signed in, but not registered to work here');
  expect((await hugo.open(`/cases/${reference}`))?.status()).toBe(403);
  const { body } = await as('bruno.castelli').get<{ stage: string }>(`/cases/${reference}`);
  expect(body.stage).toBe('received');
  expect(await product.store.prisma.heldForm.count({ where: { subject: 'hugo.brandt' } })).toBe(0);
}
