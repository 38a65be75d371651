import { afterAll, beforeAll, expect, it } from 'vitest';
import { beginSession } from '../../usecases/sessions/pageSession.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import { beginDraft } from '../../usecases/referral/referralDrafts.ts';
import { signIn } from '../../usecases/signIn.ts';
import type { Page } from '../../web/definePage.ts';
import { pages } from '../../web/pages.ts';
import { officeForTest } from '../api/officeForTest.ts';
import { theCases } from '../access/theCases.ts';
import { stages } from '../access/whoIsWhat.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { lookEveryWay } from './lookEveryWay.ts';
import { readerOf } from './reader.ts';
import { startSiteForTest, type TestSite } from './siteForTest.ts';
import { addressOf, subjectsOfPages, type Subjects } from './subjectsOfPages.ts';
import { Visitor } from './visitor.ts';

/** Between them they are shown every page. */
const readers = ['amy.adeyemi', 'leila.haddad', 'joanna.pike', 'owen.tregear', 'esther.quaye', 'bruno.castelli'];
readers.push('wanda.osei', 'kwame.boateng', 'cerys.maddock', 'marek.nowak', 'viktor.sandor');
/** As many windows at once as the machine has room for. */
const windows = 4;

let product: TestProduct;
let site: TestSite;
let found: readonly Found[];

interface Found {
  readonly path: string;
  readonly view: string;
  readonly address: string;
  readonly subject: string;
}

beforeAll(async () => {
  product = await startWorkerForTest();
  site = await startSiteForTest(product);
  const cases = await theCases(product);
  const ordinary = { ...(await subjectsOfPages(product)), ...(await begunAndReported()) };
  const subjects = [ordinary, ...(await Promise.all(stages.map((stage) => subjectsIn(ordinary, cases[stage]))))];
  found = await whereShown(subjects);
}, 240_000);
afterAll(async () => {
  await site?.stop();
  await product?.stop();
});

/** A referral that marek.nowak has begun, a report and an assessment he sent, and a figure that wanda.osei changed. */
async function begunAndReported(): Promise<Subjects> {
  const marek = await signIn(product, 'marek.nowak');
  const begun = marek.ok && (await beginDraft(product, { actor: marek.actor, route: 'test', key: 'draft' }, {}));
  if (!begun || !begun.ok) throw new Error('The draft was not begun.');
  const { as } = officeForTest(product);
  const named = (familyName: string) => ({ givenNames: 'Nobody', familyName });
  const people = { victim: named('Known'), perpetrator: named('Heard') };
  const abuse = { ...people, incidentAt: product.clock.now().slice(0, 10), whatHappened: 'Nothing.' };
  const { receipt } = (await as('marek.nowak').post<{ receipt: string }>('/further-abuse-reports', abuse)).body;
  const weighed = { ...people, relationship: 'partner', area: 'medway', agency: 'police', policeGrade: 'high' };
  const assessed = await as('marek.nowak').post<{ created: { assessmentId: string } }>('/assessments', weighed);
  const figure = { area: 'thanet', figure: 'clocks.firstContact', value: 1, source: 'The steering group' };
  const changed = await as('wanda.osei').post<{ change: { changeId: string } }>('/policy-changes/figures', figure);
  const ids = { assessment: assessed.body.created.assessmentId, change: changed.body.change.changeId };
  return { draftId: begun.draftId, receipt, report: receipt, ...ids };
}

/** What addresses name, of one case. */
async function subjectsIn(ordinary: Subjects, reference: string): Promise<Subjects> {
  const { prisma } = product.store;
  const { id: caseId } = await prisma.case.findUniqueOrThrow({ where: { reference } });
  const [action, clock, listing, transfer, command] = await Promise.all([
    prisma.action.findFirst({ where: { caseId } }),
    prisma.clock.findFirst({ where: { caseId, status: 'running' } }),
    prisma.listing.findFirst({ where: { caseId, status: { in: ['listed', 'heard'] } } }),
    prisma.transfer.findFirst({ where: { caseId } }),
    prisma.command.findFirst({ where: { caseId, actorId: idOf('practitioner', 'amy.adeyemi') } }),
  ]);
  const own = { actionId: action?.id, clockId: clock?.id, id: clock?.id, meetingId: listing?.meetingId };
  const named = Object.entries({ ...own, transferId: transfer?.id, commandId: command?.id }).filter(
    ([, id]) => typeof id === 'string',
  );
  return { ...ordinary, reference, ...(Object.fromEntries(named) as Subjects) };
}

/** For each page somebody and something for which it is shown, asked without a window first. */
async function whereShown(subjects: readonly Subjects[]): Promise<readonly Found[]> {
  const sessions = { ...product, sessionKeys: site.sessionKeys };
  const all = await Promise.all(
    readers.map(async (subject) => ({ subject, by: await readerOf(site.app, sessions, subject) })),
  );
  const first = async (page: Page): Promise<Found | null> => {
    const { path, view } = page;
    for (const each of subjects)
      for (const { subject, by } of all) {
        const named = path === '/commands/:id' ? { ...each, id: each['commandId'] ?? '' } : each;
        const address = addressOf(page, named);
        if (address === null) continue;
        const { status, html } = await by.get(address);
        if (status === 200 && html.includes('</html>')) return { path, view, address, subject };
      }
    return null;
  };
  return (await Promise.all(pages.map(first))).flatMap((each) => each ?? []);
}

it('every kind of page stands in every way before people', { timeout: 600_000 }, async () => {
  // A form that nobody is offered here is drawn by the view of others that somebody is.
  const shown = new Set(found.map(({ view }) => view));
  expect(pages.filter(({ view }) => !shown.has(view)).map(({ path }) => path)).toEqual([]);
  const seen = new Set<string>();
  // All pages of one view are laid out alike: one of each is looked at.
  const queue = found.filter(({ view }, index) => found.findIndex((each) => each.view === view) === index);
  const wrong: string[] = [];
  const walk = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const context = await site.browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London' });
      const token = await beginSession(
        { ...product, sessionKeys: site.sessionKeys },
        { subject: next.subject, idToken: 'none' },
      );
      await context.addCookies([{ name: 'marac-session', value: token, url: site.url }]);
      const visitor = new Visitor(site.url, await context.newPage(), { lookMore: lookEveryWay(seen) });
      await visitor.open(next.address).catch((error: unknown) => wrong.push(`${next.path}: ${String(error)}`));
      await context.close();
    }
  };
  await Promise.all(Array.from({ length: windows }, walk));
  expect(wrong).toEqual([]);
});
