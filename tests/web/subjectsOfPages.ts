import type { CaseloadHandoverView } from '../../contracts/views/idvaView.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import { addDays } from '../../domain/calendar/london.ts';
import type { Page } from '../../web/definePage.ts';
import { aReferralBody, officeForTest } from '../api/officeForTest.ts';
import type { TestProduct } from '../environment/startWorkerForTest.ts';

/** What the addresses of pages name, by the word they name it with. */
export type Subjects = Readonly<Record<string, string>>;

/** What people wrote where the subjects came from; whoever does not mind gets something ordinary. */
interface Written {
  readonly referral?: object;
  readonly words?: string;
}

/** Makes one of everything that pages are about, most of it in one case of Medway, and gives what their addresses name. */
export async function subjectsOfPages(product: TestProduct, { referral, words }: Written = {}): Promise<Subjects> {
  const { as } = officeForTest(product);
  const occurredAt = product.clock.now().slice(0, 10);
  const body = aReferralBody({ area: 'medway', occurredAt, ...referral });
  const { reference } = (await as('marek.nowak').post('/referrals', body)).body;
  const amy = as('amy.adeyemi');
  await amy.post(`/cases/${reference}/screening`, { outcome: 'accept' });
  const action = { agency: 'housing', risk: 'stalking', description: words ?? 'Change the locks.' };
  const { created } = (await amy.post(`/cases/${reference}/actions`, action)).body;
  const { prisma } = product.store;
  const known = await prisma.case.findUniqueOrThrow({ where: { reference } });
  const clock = await prisma.clock.findFirstOrThrow({ where: { caseId: known.id, kind: 'action' } });
  await amy.post(`/cases/${reference}/grade`, {}, { version: '*' });
  const { meetingId } = await prisma.listing.findFirstOrThrow({ where: { caseId: known.id, status: 'listed' } });
  const handover = {
    from: idOf('practitioner', 'ines.moreau'),
    to: idOf('practitioner', 'joanna.pike'),
    reason: words ?? 'Leave.',
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
  const addAbsence = async (days: typeof away) =>
    (await wanda.post<{ id: string }>(`/administration/people/${practitioner}/absences`, days)).body.id;
  const absence = await addAbsence(away);
  const later = addDays(occurredAt, 2);
  const services = 'childrens-services-kent';
  const essex = { code: 'essex', name: words ?? 'Essex', childrensServices: services, places: ['CM1'] };
  await wanda.post('/administration/authorities', essex);
  const denied = { of: 'victim', practitioner: idOf('practitioner', 'nuala.brennan'), reason: words ?? 'Related.' };
  const entry = (await amy.post<{ id: string }>(`/cases/${reference}/deny-list`, denied)).body.id;
  return {
    ...made,
    reference,
    meetingId,
    actionId: created.actionId,
    clockId: clock.id,
    id: clock.id,
    practitioner,
    post,
    absence,
    // Taken back on a page of its own, which is to find one of its own.
    'caseload/absence': await addAbsence({ from: later, until: later }),
    entry,
    agency: 'housing',
    area: 'medway',
    authority: essex.code,
  };
}

/** The address of a page about these subjects, or those of its own place; null where it is about something that is not among them. */
export function addressOf(page: Page, subjects: Subjects): string | null {
  let complete = true;
  const address = page.path.replaceAll(/:(\w+)/g, (_whole, name: string) => {
    const subject = subjects[inItsPlace(page, name)] ?? subjects[name];
    complete &&= subject !== undefined;
    return subject ?? '';
  });
  return complete ? address : null;
}

/** The same subjects with another in the place of one that a page is about. */
export function subjectsWith(page: Page, subjects: Subjects, name: string, value: string): Subjects {
  return { ...subjects, [name]: value, [inItsPlace(page, name)]: value };
}

/** The name of a subject that is meant only on the pages of one place: `caseload/absence`. */
function inItsPlace({ path }: Page, name: string): string {
  return `${path.split('/')[1] ?? ''}/${name}`;
}
