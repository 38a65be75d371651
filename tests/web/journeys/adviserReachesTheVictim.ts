import { expect } from 'vitest';
import { idOf } from '../../../dev/seedDevelopment.ts';
import { weekdays } from '../../../domain/idva/safeTimes.ts';
import { aReferralBody } from '../../api/officeForTest.ts';
import type { Visitor } from '../visitor.ts';
import type { Office } from './office.ts';

const anyTime = [{ days: [...weekdays], from: '00:00', until: '23:59' }];
const safeContact = { numbers: ['01632 960123'], media: ['phone'], mayLeaveMessage: false, safeWindows: anyTime };

/** Joanna rings three times and nobody answers; her manager decides to go on; the fourth call is answered. */
export async function adviserReachesTheVictim({ site, record }: Office): Promise<void> {
  const referral = aReferralBody({ area: 'ashford', safeContact });
  const { reference } = await record('marek.nowak', '/referrals', referral);
  const adviser = idOf('practitioner', 'joanna.pike');
  await record('leila.haddad', `/cases/${reference}/allocation`, { adviser });

  const joanna = await site.signInAs('joanna.pike');
  await joanna.follow('Tasks');
  expect(await taskIn(joanna, reference).innerText()).toContain('Next safe time');
  for (let call = 1; call <= 3; call += 1) {
    await joanna.follow(new RegExp(`^Record an attempt\\s*: .* in ${reference}`));
    await recordCall(joanna, 'No answer');
    // The next task stands in the place of the one that was done.
    expect(new URL(joanna.page.url()).pathname).toBe('/tasks');
  }

  const leila = await site.signInAs('leila.haddad');
  await leila.follow('Tasks');
  await leila.follow(new RegExp(`^Decide whether to go on trying\\s*: .* in ${reference}`));
  await leila.page.getByLabel('goes on trying').check();
  await leila.page.getByLabel('Why?').fill('The number was given by her sister, who says that she works nights.');
  await leila.press('Record the decision');

  await joanna.open(`/cases/${reference}`);
  await joanna.follow('Record an attempt to reach the victim');
  await recordCall(joanna, 'Spoke to the victim');
  await joanna.open(`/cases/${reference}`);
  await joanna.follow('Record where the victim stands with the service');
  await joanna.page.getByLabel('Engaged', { exact: true }).check();
  await joanna.press('Record it');
  await joanna.open('/tasks');
  expect(await taskIn(joanna, reference).innerText()).toContain('Record the safety plan');

  await joanna.open(`/cases/${reference}`);
  const attempts = joanna.page
    .getByRole('table', { name: /^Attempts to reach the victim/ })
    .locator('tbody td:nth-child(2)');
  const called = ['Spoke to the victim (phone)', 'No answer (phone)', 'No answer (phone)', 'No answer (phone)'];
  expect(await attempts.allInnerTexts()).toEqual(called);
  expect(await joanna.page.locator('section', { has: joanna.page.locator('#support') }).innerText()).toContain(
    'Engaged',
  );
}

const taskIn = ({ page }: Visitor, reference: string) => page.getByRole('row').filter({ hasText: reference });

async function recordCall(joanna: Visitor, result: string): Promise<void> {
  await joanna.page.getByLabel(result).check();
  await joanna.page.getByLabel('How did you try?').selectOption('phone');
  await joanna.press('Record the attempt');
}
