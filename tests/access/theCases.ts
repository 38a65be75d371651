import { setTimeout as pause } from 'node:timers/promises';
import type { CaseView } from '../../contracts/views/caseView.ts';
import type { MeetingBoardView } from '../../contracts/views/meetingBoardView.ts';
import type { MeetingView } from '../../contracts/views/officeViews.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import { addHours } from '../../domain/calendar/london.ts';
import { aReferralBody, officeForTest, type Caller } from '../api/officeForTest.ts';
import type { TestProduct } from '../environment/startWorkerForTest.ts';
import type { Stage } from './whoIsWhat.ts';

type As = (subject: string) => Caller;
const action = { agency: 'housing', risk: 'physicalHarm', description: 'Change the locks.' };
/** Who goes along to a hearing is nothing to the case by it: the table says of them what it would say anyway. */
const company = ['ines.moreau', 'kwame.boateng', 'nuala.brennan', 'una.whitcombe', 'wanda.osei'];
const joanna = { adviser: idOf('practitioner', 'joanna.pike') };

/** A case of Maidstone at every stage of its life, by its reference. */
export async function theCases(product: TestProduct): Promise<Readonly<Record<Stage, string>>> {
  const { as } = officeForTest(product);
  const [referred, listed, table, old, dead, asked, gone, merged, denied] = await Promise.all([
    referral(as),
    graded(as)
      .then((reference) => step(as('leila.haddad'), reference, 'allocation', joanna))
      .then((reference) => hearingWith(as, reference)),
    atTheTable(as),
    heardAndClosed(as),
    graded(as).then((reference) => step(as('amy.adeyemi'), reference, 'death', {})),
    graded(as).then((reference) => sentToThanet(as, reference)),
    graded(as)
      .then((reference) => sentToThanet(as, reference))
      .then((reference) => step(as('bruno.castelli'), reference, 'transfer-answer', { outcome: 'accept' })),
    mergedIntoAnother(as),
    graded(as).then((reference) => hiddenFromAll(as, reference)),
  ]);
  return { referred, listed, table, ...old, dead, asked, gone, merged, denied };
}

async function referral(as: As, body: object = aReferralBody()): Promise<string> {
  return (await as('marek.nowak').post('/referrals', body)).body.reference;
}

/** Something that has to have happened: what comes after would prove nothing otherwise. */
async function step(who: Caller, reference: string, path: string, body: object): Promise<string> {
  const answer = await who.post(`/cases/${reference}/${path}`, body, { version: '*' });
  if (answer.body.status !== 'recorded') throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return reference;
}

async function graded(as: As): Promise<string> {
  const reference = await referral(as);
  const amy = as('amy.adeyemi');
  await step(amy, reference, 'screening', { outcome: 'accept' });
  await step(amy, reference, 'grade', {});
  return step(amy, reference, 'actions', action);
}

async function hearingWith(as: As, reference: string): Promise<string> {
  const goesAlong = company.map((subject) => idOf('practitioner', subject));
  return step(as('amy.adeyemi'), reference, 'hearings', { at: addHours(new Date().toISOString(), 240), goesAlong });
}

/** On the locked list of a meeting: every agency of the conference is asked, and has a part from then on. */
async function atTheTable(as: As): Promise<string> {
  const amy = as('amy.adeyemi');
  const startsAt = addHours(new Date().toISOString(), 1 / 60);
  const meeting = { area: 'maidstone', kind: 'emergency', startsAt };
  const { meetingId } = (await amy.post<MeetingView>('/meetings', meeting)).body;
  const reference = await graded(as);
  await step(amy, reference, 'emergency-listing', { meetingId, reason: 'Cannot wait.' });
  await until(async () => {
    const { body } = await amy.get<MeetingBoardView>(`/meetings/${meetingId}`);
    return body.research.some(({ asked }) => asked.includes(reference));
  });
  return reference;
}

/** Two cases that amy.adeyemi took over from a list, heard in the past; the second is closed as well. */
async function heardAndClosed(as: As): Promise<{ readonly heard: string; readonly closed: string }> {
  const amy = as('amy.adeyemi');
  const meeting = { area: 'maidstone', startsAt: '2026-02-10T10:00+00:00' };
  const { meetingId } = (await amy.post<MeetingView>('/meetings', meeting)).body;
  const on = (date: string) => ({ occurredAt: `${date}T11:00+00:00` });
  const heardCase = async () => {
    const { reference } = (await amy.post('/adoptions', aReferralBody(on('2026-01-12')))).body;
    await step(amy, reference, 'screening', { ...on('2026-01-13'), outcome: 'accept' });
    await step(amy, reference, 'grade', on('2026-01-13'));
    await step(as('leila.haddad'), reference, 'allocation', { ...on('2026-01-13'), ...joanna });
    const outcome = { ...on('2026-02-10'), outcome: 'heard', meetingId, actions: [action] };
    const heard = await amy.post(`/cases/${reference}/hearing`, outcome);
    return { reference, actionId: heard.body.created.actionIds[0] ?? '' };
  };
  const { reference: heard } = await heardCase();
  const { reference: closed, actionId } = await heardCase();
  const idva = as('joanna.pike');
  await step(idva, closed, 'contact-attempts', { ...on('2026-01-14'), result: 'spoke', medium: 'phone' });
  await step(idva, closed, 'engagement', { ...on('2026-01-14'), status: 'engaged' });
  await step(idva, closed, 'safety-plans', { ...on('2026-01-16'), plan: 'Leave by the back.' });
  await step(idva, closed, 'outcome-told', { ...on('2026-02-11'), result: 'told' });
  await step(amy, closed, `actions/${actionId}/completion`, on('2026-02-17'));
  await step(amy, closed, 'closure', on('2026-02-20'));
  return { heard, closed };
}

async function sentToThanet(as: As, reference: string): Promise<string> {
  return step(as('amy.adeyemi'), reference, 'transfers', { area: 'thanet', reason: 'She has moved to Margate.' });
}

async function mergedIntoAnother(as: As): Promise<string> {
  const people = aReferralBody();
  const amy = as('amy.adeyemi');
  const kept = await referral(as, people);
  await step(amy, kept, 'screening', { outcome: 'accept' });
  await step(amy, kept, 'grade', {});
  const other = await referral(as, people);
  await step(amy, other, 'merge', { into: kept, reason: 'Both tell of one night.' });
  await until(async () => (await amy.get<CaseView>(`/cases/${kept}`)).body.joined.length === 1);
  return other;
}

/** Everybody who is anything to the case stands on its deny list; grace.oyelaran alone sees it, who named amy.adeyemi. */
async function hiddenFromAll(as: As, reference: string): Promise<string> {
  await step(as('leila.haddad'), reference, 'allocation', joanna);
  const all = ['cerys.maddock', 'esther.quaye', 'hugo.brandt', 'joanna.pike', 'leila.haddad', 'marek.nowak'];
  all.push('owen.tregear', 'quentin.ashby', 'rosa.delgado', 'viktor.sandor', 'amy.adeyemi');
  for (const subject of all) {
    const by = as(subject === 'amy.adeyemi' ? 'grace.oyelaran' : 'amy.adeyemi');
    const entry = { of: 'victim', practitioner: idOf('practitioner', subject), reason: 'Related to her.' };
    const { status } = await by.post(`/cases/${reference}/deny-list`, entry);
    if (status !== 201) throw new Error(`${subject} is not on the deny list: ${String(status)}`);
  }
  return reference;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It never came to this.');
    await pause(100);
  }
}
