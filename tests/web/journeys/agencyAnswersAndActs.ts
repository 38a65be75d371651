import { expect } from 'vitest';
import type { Meeting } from './aMeetingOf.ts';
import type { Office } from './office.ts';

/**
 * Owen's mail says that research is asked of housing: its link leads him through the sign-in to the meeting, where he
 * answers about one case of many; then he records that the locks are changed. No script runs in his browser.
 */
export async function agencyAnswersAndActs(
  office: Office,
  { meetingId, references, housingCase }: Meeting,
): Promise<void> {
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
  expect(await owen.page.locator('.govuk-error-summary').innerText()).toContain('What does the agency answer');
  await owen.page.getByLabel('It holds information').check();
  await owen.page.getByLabel('What does it know?').fill('Two complaints of noise in March, both at night.');
  await owen.press('Send the answer');
  expect(await owen.text()).toContain(`Your answer about ${housingCase} is kept.`);
  const left = `${String(references.length - 1)} of ${String(references.length)} still to come back`;
  expect(await owen.text()).toContain(left);

  await owen.follow('Tasks');
  await owen.follow(new RegExp(`^It is done\\s*: .* in ${housingCase}`));
  await owen.page.getByLabel('Anything to keep with it').fill('Done on Tuesday, both doors.');
  await owen.press('Record that it is done');
  expect(await owen.text()).not.toContain(housingCase);
  const { prisma } = product.store;
  const { id: caseId } = await prisma.case.findUniqueOrThrow({ where: { reference: housingCase } });
  expect(await prisma.action.count({ where: { caseId, status: 'completed' } })).toBe(1);
}
