import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '../../contracts/views/caseView.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import { aReferralBody, officeForTest, type Caller } from '../api/officeForTest.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { lookOnPaper } from './onPaper.ts';
import { startSiteForTest, type TestSite } from './siteForTest.ts';
import type { Visitor } from './visitor.ts';

let product: TestProduct;
let site: TestSite;
let as: (subject: string) => Caller;
let reference: string;
let amy: Visitor;
const script = '<script>document.title="taken"</script><img src=x onerror="document.title=1">';

beforeAll(async () => {
  product = await startWorkerForTest();
  site = await startSiteForTest(product);
  ({ as } = officeForTest(product));
  const occurredAt = product.clock.now().slice(0, 10);
  const body = aReferralBody({ area: 'medway', occurredAt, narrative: script });
  reference = (await as('marek.nowak').post('/referrals', body)).body.reference;
  amy = await site.signInAs('amy.adeyemi');
}, 240_000);
afterAll(async () => {
  await site?.stop();
  await product?.stop();
});

const revision = async () => (await as('amy.adeyemi').get<{ revision: number }>(`/cases/${reference}`)).body.revision;

describe('a case', { timeout: 240_000 }, () => {
  it('shows what somebody typed as text, whatever they typed', async () => {
    await amy.open(`/cases/${reference}`);
    expect(await amy.text()).toContain(script);
    expect(await amy.page.title()).toBe(`Case ${reference} – MARAC Casework`);
    expect(await amy.page.locator('main img').count()).toBe(0);
  });

  it('can be put on paper, with no row torn in two', async () => {
    await amy.open(`/cases/${reference}`);
    await lookOnPaper(amy, 'main tr, main .govuk-summary-list__row');
  });

  it('is screened and graded by the coordinator, who sees each time what comes next', async () => {
    await amy.open(`/cases/${reference}`);
    await amy.follow('Screen the referral');
    await amy.press('Record the screening');
    expect(await amy.text()).toContain('This was not sent');
    await amy.page.getByLabel('Accept it').check();
    await amy.press('Record the screening');
    expect(await amy.text()).toContain('The screening is recorded.');
    await amy.follow('Grade the risk');
    await amy.press('Grade it');
    expect(await amy.text()).toContain('On the list of a meeting');
    expect(await amy.page.getByRole('link', { name: 'Screen the referral' }).count()).toBe(0);
  });

  it('takes an action once, however often its form is sent', async () => {
    await amy.open(`/cases/${reference}/actions`);
    await amy.page.getByLabel('What is to be done?').fill('Change the locks 👩‍👧');
    await amy.page.getByLabel('Which agency does it?').selectOption('housing');
    await amy.page.getByLabel('Which risk does it meet?').selectOption('physicalHarm');
    const fields = await amy.page.evaluate(
      "new URLSearchParams(new FormData(document.querySelector('main form'))).toString()",
    );
    await amy.press('Set the action');
    expect(await amy.text()).toContain('Change the locks 👩‍👧');
    const again = await amy.page.request.post(`${site.url}/cases/${reference}/actions`, {
      data: String(fields),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      maxRedirects: 0,
    });
    expect(again.status()).toBe(303);
    expect(await product.store.prisma.action.count()).toBe(1);
  });

  it('keeps what was typed beside what was at fault', async () => {
    await amy.open(`/cases/${reference}/actions`);
    await amy.page.getByLabel('What is to be done?').fill('Fit a door chain');
    await amy.page.getByLabel('Day', { exact: true }).first().fill('31/2/2027');
    await amy.press('Set the action');
    expect(await amy.page.getByLabel('What is to be done?').inputValue()).toBe('Fit a door chain');
    expect(await amy.text()).toContain('Say which agency does it');
  });

  it('refuses another session’s form, changes nothing, and gives back what was typed', async () => {
    await amy.open(`/cases/${reference}/actions`);
    await amy.page.evaluate("document.querySelector('main input[name=_token]').value = 'somebody elses'");
    await amy.page.getByLabel('What is to be done?').fill('Planted by somebody else');
    const answered = amy.page.waitForResponse((response) => response.request().method() === 'POST');
    await amy.press('Set the action');
    expect((await answered).status()).toBe(403);
    expect(await amy.page.getByLabel('What is to be done?').inputValue()).toBe('Planted by somebody else');
    expect(await product.store.prisma.action.count()).toBe(1);
  });

  it('says who changed it meanwhile, and what, to whoever comes too late', async () => {
    await amy.open(`/cases/${reference}/grade`);
    const grace = await as('grace.oyelaran').post(
      `/cases/${reference}/grade`,
      {},
      { version: await revision(), key: randomUUID() },
    );
    expect(grace.status).toBe(200);
    await amy.press('Grade it');
    const text = await amy.text();
    expect(text).toContain('Somebody changed this since you opened it');
    expect(text).toMatch(/today at .*, by Grace Oyelaran: The risk was graded/);
  });

  it('lists what stands in the way of closing it', async () => {
    const { status } = await as('amy.adeyemi').post(`/cases/${reference}/listing-removal`, {
      reason: 'She moves away.',
      decidedBy: 'The chair',
    });
    expect(status).toBe(200);
    await amy.open(`/cases/${reference}/closure`);
    await amy.press('Close the case');
    expect(await amy.text()).toContain('Change the locks');
    expect(await amy.text()).toContain('First contact by the IDVA');
  });
});

describe('what somebody is offered', { timeout: 240_000 }, () => {
  it('is what they may do, and nothing they may not', async () => {
    const owen = await site.signInAs('owen.tregear');
    await owen.open(`/cases/${reference}`);
    const links = await owen.page.locator('main a').allInnerTexts();
    expect(links).toContain('It is done');
    expect(links).not.toContain('Close the case at MARAC');
    expect(links).not.toContain('Move its date');
    expect((await owen.open(`/cases/${reference}/closure`))?.status()).toBe(404);
    expect(await owen.text()).not.toContain('Idonya Lanternmere 3 Nightjar');
  });

  it('is nothing for governance, who see the reference and no name', async () => {
    const viktor = await site.signInAs('viktor.sandor');
    await viktor.open(`/cases/${reference}`);
    expect(await viktor.text()).not.toMatch(/Idonya|Lanternmere|script/);
    expect(await viktor.page.getByRole('heading', { name: 'What you can do' }).count()).toBe(0);
  });
});

describe('a form whose session ended while somebody typed', { timeout: 240_000 }, () => {
  it('stands before the same person as they left it, after they have signed in again', async () => {
    const began = product.clock.now();
    const ines = await site.signInAs('ines.moreau');
    await ines.open(`/cases/${reference}/contact-attempts`);
    await ines.page.getByLabel('No answer').check();
    await ines.page.getByLabel('Anything to keep with it (optional)').fill('Rang twice; a neighbour looked out.');
    product.clock.advance(31 * 60_000);
    await ines.page.getByRole('button', { name: 'Record the attempt' }).click();
    await ines.chooseAt('ines.moreau');
    expect(await ines.text()).toContain('You had been signed out when you sent this');
    expect(await ines.page.getByLabel('Anything to keep with it (optional)').inputValue()).toBe(
      'Rang twice; a neighbour looked out.',
    );
    const held = JSON.stringify(await product.store.prisma.heldForm.findMany());
    expect(held).not.toContain('neighbour');
    await ines.page.getByLabel('How did you try?').selectOption('phone');
    await ines.press('Record the attempt');
    expect(await ines.text()).toContain('The attempt is recorded.');
    product.clock.set(began);
  });

  it('comes back with the version it was opened with, so that what somebody changed since is said', async () => {
    const began = product.clock.now();
    const late = await site.signInAs('amy.adeyemi');
    await late.open(`/cases/${reference}/safe-contact`);
    await late.page.getByLabel('Who may answer or pass something on').fill('Her sister.');
    await as('ines.moreau').post(`/cases/${reference}/safe-contact`, {
      ...{ numbers: ['01632 960777'], media: ['textMessage'], mayLeaveMessage: false },
    });
    product.clock.advance(31 * 60_000);
    await late.page.getByRole('button', { name: 'Set it anew' }).click();
    await late.chooseAt('amy.adeyemi');
    expect(await late.text()).toContain('You had been signed out when you sent this');
    await late.press('Set it anew');
    expect(await late.text()).toContain('Somebody changed this since you opened it');
    const changed = await late.page.locator('.marac-changed').innerText();
    expect(changed).toContain('01632 960777');
    expect(await late.page.getByLabel('Who may answer or pass something on').inputValue()).toBe('Her sister.');
    product.clock.set(began);
  });

  it('is given to nobody else', async () => {
    const began = product.clock.now();
    const ines = await site.signInAs('ines.moreau');
    await ines.open(`/cases/${reference}/contact-attempts`);
    await ines.page.getByLabel('Anything to keep with it (optional)').fill('Only mine to read.');
    product.clock.advance(31 * 60_000);
    await ines.page.getByRole('button', { name: 'Record the attempt' }).click();
    await ines.chooseAt('kwame.boateng');
    expect(await ines.page.getByLabel('Anything to keep with it (optional)').inputValue()).toBe('');
    product.clock.set(began);
  });
});

describe('safe contact', { timeout: 240_000 }, () => {
  it('is changed as a whole without losing what is known, its times included', async () => {
    const known = {
      ...{ numbers: ['01632 960123', '01632 960124'], media: ['phone', 'visit'], mayLeaveMessage: true },
      safeTimes: 'While the children are at school',
      safeWindows: Array.from({ length: 5 }, (_, index) => ({
        days: ['monday'],
        from: `1${index}:00`,
        until: `1${index}:30`,
      })),
      unsafePeople: 'His mother.',
    };
    await as('ines.moreau').post(`/cases/${reference}/safe-contact`, known);
    await amy.open(`/cases/${reference}`);
    expect(await amy.text()).toContain('Monday: 14:00 to 14:30');
    await amy.follow('Set anew how the victim can be reached safely');
    await amy.page.getByLabel('Who may answer or pass something on').fill('Her sister.');
    await amy.page.locator('#safeWindows-5-from').fill('9pm');
    await amy.press('Set it anew');
    expect(await amy.page.locator('.govuk-error-summary').innerText()).toContain('Choose the days of these times.');
    await amy.page.locator('input[name="safeWindows.5.days"][value="sunday"]').check();
    await amy.page.locator('#safeWindows-5-until').fill('10pm');
    await amy.press('Set it anew');
    expect(await amy.text()).toContain('Safe contact is set anew');
    const { body } = await as('amy.adeyemi').get<CaseView>(`/cases/${reference}`);
    const evening = { days: ['sunday'], from: '21:00', until: '22:00' };
    const expected = { ...known, safePeople: 'Her sister.', safeWindows: [...known.safeWindows, evening] };
    expect(body.safeContact?.details).toEqual({ state: 'open', text: expected });
  });

  it('pressed twice is set once; nobody who may not change it is offered it', async () => {
    await amy.open(`/cases/${reference}/safe-contact`);
    await amy.page.getByLabel('Anything else about reaching them safely').fill('Never on Fridays.');
    const fields = await amy.page.evaluate<string>(
      "new URLSearchParams(new FormData(document.querySelector('main form'))).toString()",
    );
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const send = () => amy.page.request.post(amy.page.url(), { data: fields, headers, maxRedirects: 0 });
    expect([(await send()).status(), (await send()).status()]).toEqual([303, 303]);
    const { prisma } = product.store;
    const sent = await prisma.command.findMany({
      where: { type: 'changeSafeContact', actorId: idOf('practitioner', 'amy.adeyemi') },
    });
    expect(new Set(sent.map(({ key }) => key)).size).toBe(sent.length);
    expect(sent).toHaveLength(2);
    const owen = await site.signInAs('owen.tregear');
    expect((await owen.open(`/cases/${reference}/safe-contact`))?.status()).toBe(404);
  });
});

describe('a clock', { timeout: 240_000 }, () => {
  it('says why it is due then, and what comes next', async () => {
    await amy.open(`/cases/${reference}`);
    await amy.page.locator('#next ~ table a, section:has(#next) a').first().click();
    await amy.page.waitForLoadState();
    await amy.look();
    const text = await amy.text();
    expect(text).toContain('Why this date');
    expect(text).toMatch(/\bdays? after|\bdays? before|within/i);
    expect(text).toContain('What comes next:');
  });
});

describe('on a narrow screen and without scripts', { timeout: 240_000 }, () => {
  it('a case, its forms and the boards can be used', async () => {
    const phone = await site.signInAs('amy.adeyemi', { viewport: { width: 320, height: 640 } });
    for (const address of [
      '/',
      '/overdue',
      '/exceptions',
      '/cases',
      `/cases/${reference}`,
      `/cases/${reference}/actions`,
    ])
      await phone.open(address);
    const plain = await site.visitor({ javaScriptEnabled: false });
    await plain.page.goto(`${site.url}/sign-in`);
    await plain.page.locator('button[value="amy.adeyemi"]').click();
    await plain.page.goto(`${site.url}/cases/${reference}/actions`);
    await plain.page.getByLabel('What is to be done?').fill('Without scripts');
    await plain.page.getByLabel('Which agency does it?').selectOption('police');
    await plain.page.getByLabel('Which risk does it meet?').selectOption('stalking');
    await plain.page.getByRole('button', { name: 'Set the action' }).click();
    expect(await plain.text()).toContain('Without scripts');
  });
});
