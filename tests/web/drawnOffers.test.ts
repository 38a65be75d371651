import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { getCaseToWorkOn } from '../../usecases/cases/getCase.ts';
import { offeredCommands } from '../../usecases/cases/offeredCommands.ts';
import { caseCommands } from '../../usecases/commands/caseCommands.ts';
import type { Page } from '../../web/definePage.ts';
import { casePage } from '../../web/pages/cases/_reference/page.ts';
import { clockPage } from '../../web/pages/clocks/_id/page.ts';
import { createRender } from '../../web/render.ts';
import type { ToldCase } from '../environment/caseMaker.ts';
import { moment } from '../environment/caseInStore.ts';
import { type MadeCases, madeCases } from '../environment/madeCases.ts';

const now = moment('2026-03-25 12:00');
let made: MadeCases;
let make: MadeCases['make'];
let reading: MadeCases['reading'];

beforeAll(async () => {
  made = await madeCases(now);
  ({ make, reading } = made);
});
afterAll(() => made?.end());

const render = createRender({ addressOf: (name) => `/assets/${name}`, handler: () => undefined });
const frame = { person: null, navigation: null, notice: null, now };

interface Parsed {
  querySelectorAll(selector: string): Iterable<{ getAttribute(name: string): string | null }>;
}

/** The addresses that links of a page lead to, as somebody sees it. */
async function linksOn(page: Page, subject: string, params: object): Promise<readonly string[]> {
  const input = {
    actor: await reading.actor(subject),
    params,
    query: {},
    now,
    route: 'test',
    publicUrl: 'http://here',
  };
  const shown = await page.show(input, reading.deps);
  if (!('title' in shown)) throw new Error(JSON.stringify(shown));
  const html = render(page.view, { ...shown.data, title: shown.title, form: null, frame });
  // Written for browsers, its types are not known here.
  const { document } = parseHTML(html) as { document: Parsed };
  return [...document.querySelectorAll('main a')].flatMap((link) => link.getAttribute('href') ?? []);
}

/** What somebody is offered in a case, with the page on which a link to it has to stand. */
async function offersTo(subject: string, reference: string) {
  const read = await getCaseToWorkOn(reading.deps, { actor: await reading.actor(subject), route: 'test', reference });
  if (!read.ok) throw new Error(read.code);
  return offeredCommands(read.view, read.may).map(({ command: { path }, subjectId }) => ({
    path,
    href: `/cases/${reference}${path.replace(/:\w+/, subjectId ?? '')}`,
    clockId: path.includes(':clockId') ? subjectId : null,
  }));
}

async function inCourt(): Promise<ToldCase> {
  const theCase = await make.inCourt();
  const dates = { startsAt: moment('2026-03-02 09:00'), contentId: null };
  await theCase.does('addLiveDate', {
    kind: 'hearing',
    at: moment('2026-03-12 10:00'),
    liveDateId: newId(),
    contentId: null,
  });
  const bail = { kind: 'preChargeBail', at: moment('2026-03-12 10:00'), authorisedBy: 'custodyOfficer' } as const;
  return theCase.does('addLiveDate', { ...bail, ...dates, liveDateId: newId() });
}

it('whatever is offered in a case is drawn as a link: on its page, or on that of the clock it is about', async () => {
  const cases = [
    await make.planned(),
    await make.withAction(true),
    await make.withPausedReview(),
    await inCourt(),
    await make.handedOn(false),
    await make.sentTo('thanet'),
    await make.withChild(),
    await make.repeated(),
    await make.withSafeContactProposed(),
    await make.likelyMatched(),
  ];
  const offered = new Set<string>();
  for (const { referral } of cases)
    for (const subject of ['amy.adeyemi', 'joanna.pike', 'leila.haddad']) {
      const { reference } = referral;
      const offers = await offersTo(subject, reference).catch(() => []);
      const onPage = offers.length === 0 ? [] : await linksOn(casePage, subject, { reference });
      for (const { path, href, clockId } of offers) {
        offered.add(path);
        const links = clockId === null ? onPage : await linksOn(clockPage, subject, { id: clockId });
        expect({ subject, links }).toMatchObject({ subject, links: expect.arrayContaining([href]) as unknown });
      }
    }
  const aboutThings = caseCommands.map(({ path }) => path).filter((path) => path.includes(':'));
  expect(
    aboutThings.filter((path) => !offered.has(path)),
    'never offered here, and so not looked at',
  ).toEqual([]);
}, 120_000);
