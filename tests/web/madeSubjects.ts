import { idOf } from '../../dev/seedDevelopment.ts';
import { newId } from '../../platform/ids.ts';
import { drawnReference } from '../../usecases/referral/freeReference.ts';
import { CaseMaker, type ToldCase } from '../environment/caseMaker.ts';
import { moment, recordingTools } from '../environment/caseInStore.ts';
import type { TestProduct } from '../environment/startWorkerForTest.ts';
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
];

/** What addresses name of such cases, beside what they name of everything else. */
export async function madeSubjects(product: TestProduct, ordinary: Subjects): Promise<readonly Subjects[]> {
  // A county that takes a case to its meeting from 17 on: what scores high below that is decided on without consent.
  const patch = { routes: { visibleHighRiskFrom: { value: 17, source: 'a county of this test' } } };
  const entry = { id: newId(), areaId: idOf('area', 'swale'), version: 'county-of-17', source: 'test', patch };
  const entered = { effectiveFrom: new Date('2026-01-01'), enteredAt: new Date(moment('2026-01-06 09:00')) };
  await product.store.prisma.areaPolicyEntry.create({ data: { ...entry, ...entered } });
  const tools = await recordingTools(product.store);
  const maker = new CaseMaker({ store: product.store, tools } as ConstructorParameters<typeof CaseMaker>[0]);
  const subjects: Subjects[] = [];
  for (const way of ways) subjects.push({ ...ordinary, ...(await thingsIn(product, await way(maker))) });
  return subjects;
}

async function thingsIn({ store: { prisma } }: TestProduct, { inStore, referral }: ToldCase): Promise<Subjects> {
  const { caseId } = inStore;
  const { victimId } = referral;
  // Such a case has none that an address may have.
  const reference = drawnReference();
  await prisma.case.update({ where: { id: caseId }, data: { reference } });
  const [clock, date, plan, match, proposal] = await Promise.all([
    prisma.clock.findFirst({ where: { caseId, status: 'running' } }),
    prisma.liveDate.findFirst({ where: { caseId } }),
    prisma.safetyPlan.findFirst({ where: { caseId } }),
    prisma.likelyMatch.findFirst({ where: { personId: victimId } }),
    prisma.safeContactProposal.findFirst({ where: { victimId } }),
  ]);
  const named = { clockId: clock?.id, id: clock?.id, liveDateId: date?.id, planId: plan?.id, matchId: match?.id };
  const found = Object.entries({ ...named, proposalId: proposal?.id }).filter(([, id]) => id !== undefined);
  return { reference, ...(Object.fromEntries(found) as Subjects) };
}
