import { idOf } from '../../dev/seedDevelopment.ts';
import { readCaseReference } from '../../domain/ids/caseReference.ts';
import { newId } from '../../platform/ids.ts';
import { drawnReference } from '../../usecases/referral/freeReference.ts';
import { CaseMaker, type ToldCase } from '../environment/caseMaker.ts';
import { moment, recordingTools } from '../environment/caseInStore.ts';
import { MeetingInStore } from '../environment/meetingInStore.ts';
import type { TestProduct } from '../environment/startWorkerForTest.ts';
import { whoeverMay } from '../environment/whoMaySend.ts';
import type { Subjects } from './subjectsOfPages.ts';

const began = moment('2026-03-02 09:00');
const later = moment('2026-03-12 10:00');
const hearing = { kind: 'hearing', at: later } as const;
const bail = { kind: 'preChargeBail', at: later, startsAt: began, authorisedBy: 'custodyOfficer' } as const;
const order = { kind: 'nonMolestation', at: moment('2026-06-01 12:00'), startsAt: began } as const;
const inSwale = { areaId: idOf('area', 'swale'), consent: 'notGiven' } as const;

/** Cases in which forms are offered that a case on its ordinary way never comes to; nobody works on them, so nothing that is sent is decided. */
const ways: readonly ((maker: CaseMaker) => Promise<ToldCase>)[] = [
  (maker) => maker.withChild(),
  (maker) => maker.withChildGraded(16),
  (maker) => maker.likelyMatched(),
  (maker) => maker.handedOn(false),
  (maker) => maker.refusedHandover(),
  (maker) => maker.graded(15, inSwale),
  (maker) => maker.withSafeContactProposed(),
  (maker) => maker.attempted('unsafe'),
  (maker) => maker.planned(),
  (maker) => maker.repeated(),
  (maker) => maker.risen(),
  (maker) => maker.dated(hearing),
  (maker) => maker.over(hearing),
  (maker) => maker.dated(order),
  (maker) => maker.dated(bail),
  (maker) => maker.breached(order),
  (maker) => maker.sentTo(null),
  (maker) => maker.returned(),
  (maker) => maker.inCourt(),
  (maker) => maker.withPausedReview(),
  (maker) => maker.deferredAgain(),
  (maker) => maker.ended(),
  (maker) => maker.accepted({ adopted: true }),
];

/** What addresses name of such cases and meetings, beside what they name of everything else. */
export async function madeSubjects(product: TestProduct, ordinary: Subjects): Promise<readonly Subjects[]> {
  // A county that takes a case to its meeting from 17 on: what scores high below that is decided on without consent.
  const patch = { routes: { visibleHighRiskFrom: { value: 17, source: 'a county of this test' } } };
  const entry = { id: newId(), areaId: idOf('area', 'swale'), version: 'county-of-17', source: 'test', patch };
  const entered = { effectiveFrom: new Date('2026-01-01'), enteredAt: new Date(moment('2026-01-06 09:00')) };
  await product.store.prisma.areaPolicyEntry.create({ data: { ...entry, ...entered } });
  const tools = await recordingTools(product.store);
  const maker = new CaseMaker({ store: product.store, tools } as ConstructorParameters<typeof CaseMaker>[0]);
  const subjects: Subjects[] = [];
  const made = [];
  for (const way of ways) made.push(await way(maker));
  await giveReferences(product);
  for (const theCase of made) subjects.push({ ...ordinary, ...(await thingsIn(product, theCase)) });
  const wholeWay = ['concludeMeeting', 'confirmMinutes'] as const;
  for (const [done, on] of ['2026-04-21', '2026-04-22', '2026-04-23'].entries())
    subjects.push({ ...ordinary, meetingId: await aMeetingOn(on, product, wholeWay.slice(0, done)) });
  return subjects;
}

/** Cases made in the store have references that no address may have. */
async function giveReferences({ store: { prisma } }: TestProduct): Promise<void> {
  for (const { id, reference } of await prisma.case.findMany())
    if (readCaseReference(reference) === null)
      await prisma.case.update({ where: { id }, data: { reference: drawnReference() } });
}

/** A meeting at whose table the police sit, and what was done with it after that. */
async function aMeetingOn(
  on: string,
  { store }: TestProduct,
  steps: readonly ('concludeMeeting' | 'confirmMinutes')[],
): Promise<string> {
  const meeting = new MeetingInStore(store, await recordingTools(store), whoeverMay);
  const does = async (...[type, payload, at]: Parameters<MeetingInStore['send']>) => {
    const answer = await meeting.send(type, payload, at);
    if (!answer.ok) throw new Error(`${type}: ${answer.code}`);
  };
  const sitting = { startsAt: moment(`${on} 09:30`), on, slot: null };
  const calling = { areaId: idOf('area', 'maidstone'), kind: 'extra' as const, capacity: null, ...sitting };
  await does('callMeeting', calling, '2026-03-01 09:00');
  await does('lockList', {}, '2026-04-20 10:00');
  const person = { agencyId: idOf('agency', 'police'), practitionerId: idOf('practitioner', 'quentin.ashby') };
  const there = { attendeeId: newId(), ...person, nameId: null, presence: 'present' as const, signed: true };
  await does('recordAttendance', { attendees: [there] }, `${on} 10:00`);
  for (const step of steps) await does(step, { contentId: null }, `${on} 12:00`);
  return meeting.meetingId;
}

async function thingsIn({ store: { prisma } }: TestProduct, { inStore, referral }: ToldCase): Promise<Subjects> {
  const { caseId } = inStore;
  const { victimId } = referral;
  const { reference } = await prisma.case.findUniqueOrThrow({ where: { id: caseId } });
  const clockThat = (status: string) => prisma.clock.findFirst({ where: { caseId, status } });
  const [paused, running, date, plan, match, proposal, proceeding] = await Promise.all([
    clockThat('paused'),
    clockThat('running'),
    prisma.liveDate.findFirst({ where: { caseId } }),
    prisma.safetyPlan.findFirst({ where: { caseId } }),
    prisma.likelyMatch.findFirst({ where: { personId: victimId } }),
    prisma.safeContactProposal.findFirst({ where: { victimId } }),
    prisma.proceeding.findFirst({ where: { caseId } }),
  ]);
  const clockId = paused?.id ?? running?.id;
  const named = { clockId, id: clockId, liveDateId: date?.id, planId: plan?.id, matchId: match?.id };
  const more = { proposalId: proposal?.id, proceedingId: proceeding?.id };
  const found = Object.entries({ ...named, ...more }).filter(([, id]) => id !== undefined);
  return { reference, ...(Object.fromEntries(found) as Subjects) };
}
