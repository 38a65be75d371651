import { expect } from 'vitest';
import { addDays, londonDate } from '../../../domain/calendar/london.ts';
import type { IsoDate } from '../../../domain/calendar/time.ts';
import { aReferralBody } from '../../api/officeForTest.ts';
import type { Visitor } from '../visitor.ts';
import type { Office } from './office.ts';

const area = 'swale';
const board = `/overdue?area=${area}`;
const actions = [
  ['housing', 'Change the locks.'],
  ['housing', 'Fit a door chain.'],
  ['police', 'Put a marker on the address.'],
] as const;

/**
 * Amy comes back after three weeks: a referral was never screened, nobody tried to reach the victim, and three actions are
 * late. She screens and grades it, ends the actions that were done, gives one to somebody else and chases the rest.
 */
export async function coordinatorClearsTheBoard({ site, record, product }: Office): Promise<void> {
  const today = londonDate(product.clock.now());
  const occurredAt = addDays(today, -20);
  const { reference } = await record('marek.nowak', '/referrals', aReferralBody({ area, occurredAt }));
  for (const [agency, description] of actions)
    await record('amy.adeyemi', `/cases/${reference}/actions`, {
      ...{ agency, description, occurredAt },
      risk: 'physicalHarm',
    });

  const amy = await site.signInAs('amy.adeyemi');
  expect(await amy.heading()).toBe('What needs you today');
  await amy.follow(/^\d+ overdue/);
  await amy.choose('Area', area);
  expect(await duties(amy)).toBe(5);

  await endThoseOf(amy, 'Housing');
  expect(await duties(amy)).toBe(3);

  await amy.follow(reference);
  await amy.follow('Screen the referral');
  await amy.page.getByLabel('Accept it').check();
  await amy.press('Record the screening');
  await amy.follow('Grade the risk');
  await amy.press('Grade it');
  expect(await amy.text()).toContain('On the list of a meeting');

  await amy.open(board);
  expect(await duties(amy)).toBe(2);
  await chaseAll(amy, addDays(today, 3));
  for (const duty of await rows(amy).allInnerTexts()) expect(duty).toMatch(/Next .* at /);
  const commands = await product.store.prisma.command.groupBy({ by: ['type'], _count: true });
  const sent = Object.fromEntries(commands.map(({ type, _count }) => [type, _count]));
  expect(sent).toMatchObject({ completeAction: 2, acknowledgeEscalation: 2 });
}

const rows = ({ page }: Visitor) => page.locator('main tbody tr');
const duties = (visitor: Visitor) => rows(visitor).count();

/** What an agency says it has done is ended in one go. */
async function endThoseOf(amy: Visitor, agency: string): Promise<void> {
  for (const row of await rows(amy).filter({ hasText: agency }).all()) await row.getByRole('checkbox').check();
  await amy.press('Do something with those chosen');
  await amy.page.getByLabel('They are done').check();
  await amy.press('Do it with all of them');
  expect(await amy.text()).toContain('2 of 2 duties done');
  await amy.open(board);
}

/** What is still open is chased, and comes back on a day she names. */
async function chaseAll(amy: Visitor, on: IsoDate): Promise<void> {
  await amy.press('Choose all on this page');
  await amy.press('Do something with those chosen');
  await amy.page.getByLabel('I have chased them: remind me again').check();
  await amy.page.getByLabel('When do you look again?').fill(on.split('-').reverse().map(Number).join('/'));
  await amy.page.getByLabel('What did you do?').locator('visible=true').fill('Rang both managers.');
  await amy.press('Do it with all of them');
  expect(await amy.text()).toContain('2 of 2 duties done');
  await amy.open(board);
}
