import { randomUUID } from 'node:crypto';
import { idOf } from '../../dev/seedDevelopment.ts';
import { addHours } from '../../domain/calendar/london.ts';
import { newId } from '../../platform/ids.ts';
import { addPractitioners } from '../../store/practitioners/addPractitioners.ts';
import { beginDraft } from '../../usecases/referral/referralDrafts.ts';
import { keepOwnView } from '../../usecases/savedViews/savedViews.ts';
import { signIn } from '../../usecases/signIn.ts';
import { aReferralBody, officeForTest } from '../api/officeForTest.ts';
import type { TestProduct } from '../environment/startWorkerForTest.ts';
import { undeliveredNotice } from '../environment/undeliveredNotice.ts';
import { until } from './journeys/office.ts';
import type { Subjects } from './subjectsOfPages.ts';

const wholeReferral = {
  area: 'medway',
  'referringAgencies.0': 'police',
  route: 'visibleHighRisk',
  'victim.givenNames': 'Lowenna',
  'victim.familyName': 'Thistlemere',
  'victim.dateOfBirth': '14/6/1989',
  ...Object.fromEntries(
    ['sex', 'ethnicity', 'sexualOrientation', 'genderIdentity', 'disability'].map((part) => [
      `victim.equality.${part}`,
      'notAsked',
    ]),
  ),
  'perpetrator.givenNames': 'Garrick',
  'perpetrator.familyName': 'Thistlemere',
  relationship: 'formerPartner',
  'consent.given': 'yes',
  'safeContact.numbers': '07700 900123',
  'safeContact.media': 'phone',
  'safeContact.mayLeaveMessage': 'no',
  narrative: 'He waited for her outside her work.',
  ...Object.fromEntries(Array.from({ length: 24 }, (_, index) => [`assessment.answers.${index}`, 'yes'])),
};

/**
 * What waits for somebody before its form is offered: a referral that is complete and not sent, an assessment that a service
 * is asked to take on, a message that did not get through, a command that a fault has parked, a view that is kept, a report that
 * a case has on record, an emergency meeting, a second adviser, a case that a death has frozen.
 */
export async function waitingSubjects(product: TestProduct, ordinary: Subjects): Promise<readonly Subjects[]> {
  await anotherAdviser(product);
  const emergency = { area: 'medway', kind: 'emergency', startsAt: addHours(product.clock.now(), 24) };
  await officeForTest(product).as('amy.adeyemi').post('/meetings', emergency);
  const [draftId, assessment] = [await wholeDraft(product), await handedOver(product)];
  const { prisma } = product.store;
  const { id: caseId } = await prisma.case.findUniqueOrThrow({ where: { reference: ordinary['reference'] ?? '' } });
  const to = { recipientId: idOf('practitioner', 'owen.tregear'), asRole: 'agencyRepresentative' };
  const deliveryId = await undeliveredNotice(product, { caseId, ...to });
  const others = { deliveryId, commandId: await parked(product, caseId) };
  const kept = { viewId: await keptView(product), report: await reportOnRecord(product) };
  const frozen = { ...ordinary, reference: await frozenCase(product) };
  return [{ ...ordinary, draftId, assessment, ...others, ...kept }, frozen];
}

/** Somebody in the service of Kent beside Joanna Pike, so that a caseload can be handed over. */
async function anotherAdviser({ store: { prisma } }: TestProduct): Promise<void> {
  const post = { id: newId(), role: 'idva' as const, areaId: null, agencyId: idOf('agency', 'kent-idva-service') };
  const person = { id: newId(), subject: 'another.adviser', name: 'Zelah Penrose', email: 'zelah@kent-idva.example' };
  await addPractitioners(prisma, [{ ...person, appointments: [{ ...post, startsOn: '2012-01-01' }] }]);
}

async function actorOf(product: TestProduct, subject: string) {
  const signed = await signIn(product, subject);
  if (!signed.ok) throw new Error(`${subject} is not registered.`);
  return signed.actor;
}

async function wholeDraft(product: TestProduct): Promise<string> {
  const actor = await actorOf(product, 'marek.nowak');
  const begun = await beginDraft(product, { actor, route: 'test', key: 'whole' }, wholeReferral);
  if (!begun.ok) throw new Error('The draft was not begun.');
  return begun.draftId;
}

/** Below high it goes to the service of its area as soon as it is recorded. */
async function handedOver(product: TestProduct): Promise<string> {
  const named = (givenNames: string) => ({ givenNames, familyName: 'Quillmere' });
  const people = { victim: named('Sunniva'), perpetrator: named('Godwin'), relationship: 'partner' };
  const assessed = { ...people, area: 'maidstone', agency: 'police', policeGrade: 'medium' };
  const marek = officeForTest(product).as('marek.nowak');
  const { body } = await marek.post<{ created: { assessmentId: string } }>('/assessments', assessed);
  return body.created.assessmentId;
}

async function parked({ store: { prisma }, clock }: TestProduct, caseId: string): Promise<string> {
  const at = new Date(clock.now());
  const sent = { actorId: idOf('practitioner', 'amy.adeyemi'), route: 'test', key: randomUUID(), bodyHash: 'test' };
  const what = { caseId, type: 'caughtUp', payload: {}, occurredAt: at, occurredPrecision: 'minute', stagedAt: at };
  const fault = { status: 'parked', answer: { problem: 'TypeError' }, resolvedAt: at };
  const { id } = await prisma.command.create({ data: { id: newId(), ...sent, ...what, ...fault } });
  return id;
}

async function keptView(product: TestProduct): Promise<string> {
  const actor = await actorOf(product, 'amy.adeyemi');
  await keepOwnView(product, actor, { board: 'overdue', name: 'Medway', asked: 'area=medway' });
  const { id } = await product.store.prisma.savedView.findFirstOrThrow();
  return id;
}

async function frozenCase(product: TestProduct): Promise<string> {
  const { as } = officeForTest(product);
  const { reference } = (await as('marek.nowak').post('/referrals', aReferralBody())).body;
  await as('amy.adeyemi').post(`/cases/${reference}/death`, {});
  return reference;
}

/** Of what happened before the flag of the two ran, so that nothing follows from it. */
async function reportOnRecord(product: TestProduct): Promise<string> {
  const { as } = officeForTest(product);
  const referral = aReferralBody({ area: 'medway' });
  const { reference } = (await as('marek.nowak').post('/referrals', referral)).body;
  await as('amy.adeyemi').post(`/cases/${reference}/screening`, { outcome: 'accept' });
  const named = ({
    givenNames,
    familyName,
    dateOfBirth,
  }: Record<'givenNames' | 'familyName' | 'dateOfBirth', string>) => {
    return { givenNames, familyName, dateOfBirth };
  };
  const people = { victim: named(referral.victim), perpetrator: named(referral.perpetrator) };
  const abuse = { ...people, incidentAt: '2020-01-01', whatHappened: 'He waited for her outside her work.' };
  const { receipt } = (await as('nuala.brennan').post<{ receipt: string }>('/further-abuse-reports', abuse)).body;
  const { prisma } = product.store;
  const recorded = () => prisma.furtherAbuseReport.findFirst({ where: { id: receipt, status: 'recorded' } });
  await until(recorded, 'the case has the report on record');
  return receipt;
}
