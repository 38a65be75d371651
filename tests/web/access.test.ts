import { randomBytes } from 'node:crypto';
import type { Express } from 'express';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import { maySeeAssessment, type AssessmentAccess } from '../../domain/access/assessmentAccess.ts';
import { disclosureLevel } from '../../domain/access/disclosureLevel.ts';
import { mayDo, type About } from '../../domain/access/mayDo.ts';
import { isCasePermission, type CasePermission, type OfficePermission } from '../../domain/access/permission.ts';
import type { Actor } from '../../domain/access/actor.ts';
import type { CaseAccess } from '../../domain/access/caseAccess.ts';
import { caseAccess } from '../../store/access/caseAccess.ts';
import { assessmentAccess } from '../../store/assessments/findAssessments.ts';
import { beginDraft } from '../../usecases/referral/referralDrafts.ts';
import { beginSession } from '../../usecases/sessions/pageSession.ts';
import { looksAfterReports } from '../../usecases/exceptions/looksAfterReports.ts';
import { signIn } from '../../usecases/signIn.ts';
import type { Page } from '../../web/definePage.ts';
import { pages } from '../../web/pages.ts';
import { officeForTest } from '../api/officeForTest.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { onePerRole } from './onePerRole.ts';
import { siteWithoutBrowser } from './siteForTest.ts';
import { addressOf, subjectsOfPages, type Subjects } from './subjectsOfPages.ts';

let product: TestProduct;
let app: Express;
let subjects: Subjects;
let access: CaseAccess;
let assessed: AssessmentAccess | null;
const sessionKeys = [{ id: 'test', key: new Uint8Array(randomBytes(32)) }] as const;

beforeAll(async () => {
  product = await startWorkerForTest();
  app = await siteWithoutBrowser(product, sessionKeys);
  const report = await reportOfMarek();
  const assessment = await assessmentOfMarek();
  const about = { draftId: await draftOfMarek(), report, receipt: report, assessment };
  subjects = { ...(await subjectsOfPages(product)), ...about };
  assessed = await assessmentAccess(product.store.prisma, assessment);
  const { prisma } = product.store;
  const known = await prisma.case.findUniqueOrThrow({ where: { reference: subjects['reference'] ?? '' } });
  const found = await caseAccess(prisma, known.id);
  if (!found) throw new Error('The case has no access facts.');
  access = found;
}, 240_000);
afterAll(() => product?.stop());

/** A referral that marek.nowak has begun: nobody else finds it, whatever their role. */
async function draftOfMarek(): Promise<string> {
  const marek = await signIn(product, 'marek.nowak');
  const begun = marek.ok && (await beginDraft(product, { actor: marek.actor, route: 'test', key: 'draft' }, {}));
  if (!begun || !begun.ok) throw new Error('The draft was not begun.');
  return begun.draftId;
}

/** A report of people nobody can be matched with: its receipt is marek.nowak's, its words are for those who look for them. */
async function reportOfMarek(): Promise<string> {
  const named = (familyName: string) => ({ givenNames: 'Nobody', familyName });
  const people = { victim: named('Known'), perpetrator: named('Heard') };
  const report = { ...people, incidentAt: product.clock.now().slice(0, 10), whatHappened: 'Nothing.' };
  const sent = await officeForTest(product)
    .as('marek.nowak')
    .post<{ receipt: string }>('/further-abuse-reports', report);
  return sent.body.receipt;
}

/** A high assessment that marek.nowak recorded for the police, of Medway. */
async function assessmentOfMarek(): Promise<string> {
  const named = (familyName: string) => ({ givenNames: 'Nobody', familyName });
  const people = { victim: named('Weighed'), perpetrator: named('Measured'), relationship: 'partner' };
  const body = { ...people, area: 'medway', agency: 'police', policeGrade: 'high' };
  const sent = await officeForTest(product)
    .as('marek.nowak')
    .post<{ created: { assessmentId: string } }>('/assessments', body);
  return sent.body.created.assessmentId;
}

const ask = mayDo as (actor: Actor, permission: CasePermission, access: CaseAccess, about: About) => boolean;

/** Whether somebody may at all be shown a page, said by the permissions alone. */
function mayBeShown(page: Page, actor: Actor): boolean {
  const { path, permission } = page;
  const isMareks = path.includes(':draftId') || path.includes(':receipt');
  if (isMareks && actor.practitionerId !== idOf('practitioner', 'marek.nowak')) return false;
  if (path.includes(':report') && !looksAfterReports(actor)) return false;
  if (path.includes(':assessment') && !(assessed && maySeeAssessment(actor, assessed))) return false;
  if (permission === 'signedIn') return true;
  if (!isCasePermission(permission))
    return mayDo<OfficePermission>(actor, permission, null) && (!ofOneAgency(page) || mayReadOf(actor, 'housing'));
  if (!/:(reference|id)/.test(page.path)) return true;
  if (disclosureLevel(actor, access) === 'none') return false;
  // The action and its clock are housing's; what a form lets one name oneself may be for one's own agency.
  const agencyIds = [idOf('agency', 'housing')];
  const own = actor.appointments.flatMap(({ agencyId }) => agencyId ?? []).slice(0, 1);
  return ask(actor, permission, access, { agencyIds }) || ask(actor, permission, access, { agencyIds: own });
}

/** What one agency is to do after a meeting: for its own people, and for those who run the meeting. */
const ofOneAgency = ({ path }: Page): boolean => path.startsWith('/meetings/:meetingId/actions/:agency');

function mayReadOf(actor: Actor, agency: string): boolean {
  const theirs = actor.appointments.some(({ agencyId }) => agencyId === idOf('agency', agency));
  return theirs || mayDo<OfficePermission>(actor, 'runMeeting', null);
}

describe('every page', { timeout: 600_000 }, () => {
  it.each(onePerRole)(
    'as %s is shown only where its permission allows, and otherwise says that nothing is there',
    async (_role, subject) => {
      const known = await signIn(product, subject);
      if (!known.ok) throw new Error(`${subject} is not registered.`);
      const token = await beginSession({ ...product, sessionKeys }, { subject, idToken: 'none' });
      const wrong: string[] = [];
      for (const page of pages) {
        const address = addressOf(page, subjects);
        if (address === null) continue;
        const { status } = await request(app).get(address).set('Cookie', `marac-session=${token}`);
        if (status !== 200 && status !== 404) wrong.push(`${address}: ${status}`);
        if (status === 200 && !mayBeShown(page, known.actor)) wrong.push(`${address}: shown, and it must not be`);
        // A form is offered only while it makes sense; a page that is no form is there for whoever may see it.
        if (status === 404 && !page.form && page.path !== '/commands/:id' && mayBeShown(page, known.actor))
          wrong.push(`${address}: not shown, and it should be`);
      }
      expect(wrong).toEqual([]);
    },
  );

  it('is there for nobody who is not signed in', async () => {
    for (const page of pages) {
      const address = addressOf(page, subjects) ?? page.path;
      const { status, headers } = await request(app).get(address);
      if (page.path === '/') expect(status).toBe(200);
      else
        expect([address, status, headers['location']]).toEqual([
          address,
          303,
          `/sign-in?to=${encodeURIComponent(address)}`,
        ]);
    }
  });

  it('that takes a form takes it from nobody without the token of their session', async () => {
    const token = await beginSession({ ...product, sessionKeys }, { subject: 'amy.adeyemi', idToken: 'none' });
    const before = await product.store.prisma.command.count();
    for (const page of pages.filter(({ form }) => form)) {
      const address = addressOf(page, subjects);
      if (address === null) continue;
      const sent = request(app).post(address).set('Cookie', `marac-session=${token}`).type('form');
      const { status } = await sent.send({ _token: 'guessed', _key: 'any' });
      expect([403, 404], address).toContain(status);
    }
    expect(await product.store.prisma.command.count()).toBe(before);
  });
});
