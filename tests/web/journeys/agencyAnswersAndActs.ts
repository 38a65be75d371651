import { expect } from 'vitest';
import type { Meeting } from './aMeetingOf.ts';
import type { Visitor } from '../visitor.ts';
import type { Office } from './office.ts';

/**
 * Owen's mail says that research is asked of housing: its link leads him through the sign-in to the meeting, where he
 * answers about one case of many by itself, about two more in one go, and that nothing is known of the rest; then he
 * records that the locks are changed. No script runs in his browser.
 */
export async function agencyAnswersAndActs(office: Office, meeting: Meeting): Promise<void> {
  const { meetingId, references, housingCase } = meeting;
  const { site, product } = office;
  const link = await office.linkMailedTo('owen.tregear@housing.example', /research is asked of your agency/);
  expect(link).toBe(`${site.url}/meetings/${meetingId}`);
  const owen = await site.visitor({ javaScriptEnabled: false });
  await owen.page.goto(link);
  await owen.chooseAt('owen.tregear');
  expect(owen.page.url()).toBe(link);

  await owen.page.locator(`a[href="/meetings/${meetingId}/research/${housingCase}"]`).click();
  await owen.look();
  await owen.press('Send the answer');
  expect(await owen.page.locator('.govuk-error-summary').innerText()).toContain('Say what the agency answers');
  await owen.page.getByLabel('It holds information').check();
  await owen.page.getByLabel('What does it know?').fill('Two complaints of noise in March, both at night.');
  await owen.press('Send the answer');
  expect(await owen.text()).toContain(`Your answer about ${housingCase} is kept.`);
  const left = `${String(references.length - 1)} of ${String(references.length)} still to come back`;
  expect(await owen.text()).toContain(left);
  await answersTheRest(owen, meeting);

  await owen.follow('Tasks');
  await owen.follow(new RegExp(`^It is done\\s*: .* in ${housingCase}`));
  await owen.page.getByLabel('Anything to keep with it').fill('Done on Tuesday, both doors.');
  await owen.press('Record that it is done');
  expect(await owen.text()).not.toContain(housingCase);
  const { prisma } = product.store;
  const { id: caseId } = await prisma.case.findUniqueOrThrow({ where: { reference: housingCase } });
  expect(await prisma.action.count({ where: { caseId, status: 'completed' } })).toBe(1);
}

/** Fourteen cases are left: two of them are answered on one page, the other twelve with one button after a look at them. */
async function answersTheRest(owen: Visitor, { references }: Meeting): Promise<void> {
  await owen.follow(/^Answer the 14 that are left/);
  expect(await owen.heading()).toContain(`${String(references.length - 1)} cases to answer`);
  const answers = owen.page.getByLabel(/^What the agency answers about case/);
  await answers.nth(0).selectOption('Holds information');
  await answers.nth(1).selectOption('Declined');
  await owen.page
    .getByLabel(/^What it knows of case/)
    .nth(0)
    .fill('A joint tenancy until June.');
  await owen.press('Send these answers');
  // What was typed stands before him, and what is missing at its own case.
  expect(await owen.page.locator('.govuk-error-summary li').allInnerTexts()).toHaveLength(1);
  expect(
    await owen.page
      .getByLabel(/^What it knows of case/)
      .nth(0)
      .inputValue(),
  ).toBe('A joint tenancy until June.');
  await owen.page
    .getByLabel(/^What it knows of case/)
    .nth(1)
    .fill('The tenant asked us not to.');
  await owen.press('Send these answers');
  expect(await owen.text()).toContain('2 of 2 answers kept');
  await owen.follow('Look at what is left to answer');
  await owen.follow('Nothing is known in any of the cases that are left');
  expect(await owen.page.locator('main li .marac-reference').count()).toBe(references.length - 3);
  await owen.press('Answer “nothing known” for 12 cases');
  expect(await owen.text()).toContain('12 of 12 answers kept');
  await owen.page.reload();
  expect(await owen.text()).toContain('12 of 12 answers kept');
  await owen.follow('Look at what is left to answer');
  expect(await owen.heading()).toContain('Everything is answered');
  await owen.follow('Back to the meeting');
  expect(await owen.text()).toContain('Everything has come back');
}
