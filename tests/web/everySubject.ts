import { idOf } from '../../dev/seedDevelopment.ts';
import { beginDraft } from '../../usecases/referral/referralDrafts.ts';
import { signIn } from '../../usecases/signIn.ts';
import { theCases } from '../access/theCases.ts';
import { stages } from '../access/whoIsWhat.ts';
import { officeForTest } from '../api/officeForTest.ts';
import type { TestProduct } from '../environment/startWorkerForTest.ts';
import { subjectsOfPages, type Subjects } from './subjectsOfPages.ts';

/** Between them they are shown every page. */
export const whoSeesEverything = [
  ...['amy.adeyemi', 'leila.haddad', 'joanna.pike', 'owen.tregear', 'esther.quaye', 'bruno.castelli'],
  ...['wanda.osei', 'kwame.boateng', 'cerys.maddock', 'marek.nowak', 'viktor.sandor', 'xanthe.rowley'],
];

/** What addresses name: one of everything first, then the same with a case at each stage of its life. */
export async function everySubject(product: TestProduct): Promise<readonly Subjects[]> {
  const cases = await theCases(product);
  const ordinary = { ...(await subjectsOfPages(product)), ...(await begunAndReported(product)) };
  return [ordinary, ...(await Promise.all(stages.map((stage) => subjectsIn(product, ordinary, cases[stage]))))];
}

/** A referral that marek.nowak has begun, a report and an assessment he sent, and a figure that wanda.osei changed. */
async function begunAndReported(product: TestProduct): Promise<Subjects> {
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
async function subjectsIn(
  { store: { prisma } }: TestProduct,
  ordinary: Subjects,
  reference: string,
): Promise<Subjects> {
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
