import { randomBytes } from 'node:crypto';
import type { Express } from 'express';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { developmentPeople } from '../../dev/identity/people.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import type { CaseloadHandoverView } from '../../contracts/views/idvaView.ts';
import { disclosureLevel } from '../../domain/access/disclosureLevel.ts';
import { mayDo, type About } from '../../domain/access/mayDo.ts';
import { isCasePermission, type CasePermission, type OfficePermission } from '../../domain/access/permission.ts';
import type { Actor } from '../../domain/access/actor.ts';
import type { CaseAccess } from '../../domain/access/caseAccess.ts';
import { roles } from '../../domain/access/role.ts';
import { caseAccess } from '../../store/access/caseAccess.ts';
import { beginDraft } from '../../usecases/referral/referralDrafts.ts';
import { beginSession } from '../../usecases/sessions/pageSession.ts';
import { signIn } from '../../usecases/signIn.ts';
import type { Page } from '../../web/definePage.ts';
import { pages } from '../../web/pages.ts';
import { aReferralBody, officeForTest } from '../api/officeForTest.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { siteWithoutBrowser } from './siteForTest.ts';

let product: TestProduct;
let app: Express;
let subjects: Record<string, string>;
let access: CaseAccess;
const sessionKeys = [{ id: 'test', key: new Uint8Array(randomBytes(32)) }] as const;

beforeAll(async () => {
  product = await startWorkerForTest();
  app = await siteWithoutBrowser(product, sessionKeys);
  const { as } = officeForTest(product);
  const occurredAt = product.clock.now().slice(0, 10);
  const { reference } = (await as('marek.nowak').post('/referrals', aReferralBody({ area: 'medway', occurredAt })))
    .body;
  const amy = as('amy.adeyemi');
  await amy.post(`/cases/${reference}/screening`, { outcome: 'accept' });
  const action = { agency: 'housing', risk: 'stalking', description: 'Change the locks.' };
  const { created } = (await amy.post(`/cases/${reference}/actions`, action)).body;
  const { prisma } = product.store;
  const known = await prisma.case.findUniqueOrThrow({ where: { reference } });
  const clock = await prisma.clock.findFirstOrThrow({ where: { caseId: known.id, kind: 'action' } });
  await amy.post(`/cases/${reference}/grade`, {}, { version: '*' });
  const listing = await prisma.listing.findFirstOrThrow({ where: { caseId: known.id, status: 'listed' } });
  const { meetingId } = listing;
  const handover = {
    from: idOf('practitioner', 'ines.moreau'),
    to: idOf('practitioner', 'joanna.pike'),
    reason: 'Leave.',
  };
  const service = 'medway-idva-service';
  const begun = await as('kwame.boateng').post<CaseloadHandoverView>(
    `/services/${service}/caseload-handovers`,
    handover,
  );
  const { handoverId } = begun.body;
  const made = { service, handoverId, adviser: handover.from, key: handoverId, deliveryId: handoverId };
  const practitioner = idOf('practitioner', 'kwame.boateng');
  const { id: post } = await prisma.appointment.findFirstOrThrow({ where: { practitionerId: practitioner } });
  const wanda = as('wanda.osei');
  const away = { from: occurredAt, until: occurredAt };
  const absence = (await wanda.post<{ id: string }>(`/administration/people/${practitioner}/absences`, away)).body.id;
  const denied = { of: 'victim', practitioner: idOf('practitioner', 'nuala.brennan'), reason: 'They are related.' };
  const entry = (await amy.post<{ id: string }>(`/cases/${reference}/deny-list`, denied)).body.id;
  subjects = {
    ...made,
    reference,
    meetingId,
    actionId: created.actionId,
    clockId: clock.id,
    id: clock.id,
    practitioner,
    post,
    absence,
    entry,
    agency: 'housing',
    area: 'medway',
  };
  subjects['draftId'] = await draftOfMarek();
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

/** One person of each role, so that every row of the table is walked. */
const people = roles.map((role) => {
  const person = developmentPeople.find(({ appointments }) => appointments.some((held) => held.role === role));
  if (!person) throw new Error(`Nobody holds the role ${role}.`);
  return [role, person.subject] as const;
});

const ask = mayDo as (actor: Actor, permission: CasePermission, access: CaseAccess, about: About) => boolean;

/** Whether somebody may at all be shown a page, said by the permissions alone. */
function mayBeShown(page: Page, actor: Actor): boolean {
  const { permission } = page;
  if (permission === 'signedIn') return true;
  if (page.path.includes(':draftId') && actor.practitionerId !== idOf('practitioner', 'marek.nowak')) return false;
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

/** The address of a page about the case of this test; null where it is about something the case has not got. */
function addressOf(page: Page): string | null {
  let complete = true;
  const address = page.path.replaceAll(/:(\w+)/g, (_whole, name: string) => {
    complete &&= subjects[name] !== undefined;
    return subjects[name] ?? '';
  });
  return complete ? address : null;
}

describe('every page', { timeout: 600_000 }, () => {
  it.each(people)(
    'as %s is shown only where its permission allows, and otherwise says that nothing is there',
    async (_role, subject) => {
      const known = await signIn(product, subject);
      if (!known.ok) throw new Error(`${subject} is not registered.`);
      const token = await beginSession({ ...product, sessionKeys }, { subject, idToken: 'none' });
      const wrong: string[] = [];
      for (const page of pages) {
        const address = addressOf(page);
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
      const address = addressOf(page) ?? page.path;
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
      const address = addressOf(page);
      if (address === null) continue;
      const sent = request(app).post(address).set('Cookie', `marac-session=${token}`).type('form');
      const { status } = await sent.send({ _token: 'guessed', _key: 'any' });
      expect([403, 404], address).toContain(status);
    }
    expect(await product.store.prisma.command.count()).toBe(before);
  });
});
