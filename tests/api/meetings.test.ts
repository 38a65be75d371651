import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClockExplanationView } from '../../contracts/views/clockView.ts';
import type { TaskView } from '../../contracts/views/taskView.ts';
import type { CaseView } from '../../contracts/views/caseView.ts';
import type { MeetingBoardView } from '../../contracts/views/meetingBoardView.ts';
import type { MeetingView } from '../../contracts/views/officeViews.ts';
import { addHours, londonDate } from '../../domain/calendar/london.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { aReferralBody, officeForTest, type Caller } from './officeForTest.ts';
import { wordFile } from './wordFile.ts';

let product: TestProduct;
let as: (subject: string) => Caller;
let app: ReturnType<typeof officeForTest>['app'];
let coordinator: Caller;

beforeAll(async () => {
  product = await startWorkerForTest();
  ({ as, app } = officeForTest(product));
  coordinator = as('amy.adeyemi');
}, 60_000);
afterAll(() => product?.stop());

async function until<T>(what: string, look: () => Promise<T>, holds: (seen: T) => boolean): Promise<T> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (Date.now() > deadline) throw new Error(`It never came to this: ${what}`);
    await pause(100);
  }
}

const board = async (id: string, who = coordinator) => (await who.get<MeetingBoardView>(`/meetings/${id}`)).body;

async function gradedCase(): Promise<string> {
  const { reference } = (await as('marek.nowak').post('/referrals', aReferralBody())).body;
  await coordinator.post(`/cases/${reference}/screening`, { outcome: 'accept' });
  await coordinator.post(`/cases/${reference}/grade`, {}, { version: '*' });
  return reference;
}

describe('an emergency meeting through the interface', { timeout: 180_000 }, () => {
  it('is called, asks, is held, and tells its cases', async () => {
    const startsAt = addHours(new Date().toISOString(), 1 / 60);
    const called = await coordinator.post<MeetingView>('/meetings', { area: 'maidstone', kind: 'emergency', startsAt });
    expect(called.status).toBe(201);
    const { meetingId } = called.body;
    const reference = await gradedCase();
    const listed = await coordinator.post(`/cases/${reference}/emergency-listing`, {
      meetingId,
      reason: 'Cannot wait.',
    });
    expect(listed.body.status).toBe('recorded');
    const asked = await until(
      'the police were asked',
      () => board(meetingId),
      ({ research }) => research.some(({ agency, asked: about }) => agency === 'police' && about.includes(reference)),
    );
    expect(asked.cases).toMatchObject([{ reference, outcome: null }]);

    const { items } = (await as('quentin.ashby').get<{ items: TaskView[] }>('/me/tasks?until=2030-01-01')).body;
    const task = items.find(({ meeting }) => meeting?.meetingId === meetingId);
    expect(task).toMatchObject({ kind: 'researchReturn', reference: null, path: `/meetings/${meetingId}` });
    const why = await as('quentin.ashby').get<ClockExplanationView>(`/clocks/${task?.clockId}`);
    expect(why.body).toMatchObject({ meeting: { meetingId }, agency: 'police' });
    expect(why.body.why.sentence).toMatch(/^Due at /);
    expect((await as('owen.tregear').get(`/clocks/${task?.clockId}`)).status).toBe(404);
    expect((await as('bruno.castelli').get(`/clocks/${task?.clockId}`)).status).toBe(404);

    const nothing = { reference, agency: 'housing', result: 'nothingKnown' };
    expect((await as('owen.tregear').post(`/meetings/${meetingId}/research`, nothing)).body.status).toBe('recorded');
    // Housing had no part in the case: it has one now, or it could not look for what it knows.
    expect((await as('owen.tregear').get<CaseView>(`/cases/${reference}`)).status).toBe(200);
    const notOwn = await as('owen.tregear').post(`/meetings/${meetingId}/research`, { ...nothing, agency: 'police' });
    expect(notOwn.status).toBe(403);
    const unsaid = { reference, agency: 'police', result: 'informationHeld' };
    expect((await as('quentin.ashby').post(`/meetings/${meetingId}/research`, unsaid)).body.code).toBe(
      'NOT_AS_DESCRIBED',
    );

    const step = (path: string, body: object = {}) => coordinator.post(`/meetings/${meetingId}${path}`, body);
    expect((await step('/minutes-confirmation')).body.code).toBe('MEETING_NOT_HELD');
    expect((await step('/minutes-sending')).body.code).toBe('MEETING_NOT_HELD');
    expect((await step('/conclusion', { occurredAt: '2030-01-01' })).body.code).toBe('HAPPENS_LATER');
    expect((await step('/attendance', { attendees: [] })).body.code).toBe('NOT_AS_DESCRIBED');
    const today = { occurredAt: londonDate(new Date().toISOString()) };
    const nobody = await step('/attendance', {
      attendees: [{ agency: 'nowhere', name: 'A. Nother', presence: 'present' }],
    });
    expect(nobody.body.code).toBe('UNKNOWN_AGENCY');
    const there = { agency: 'police', name: 'A. Nother', presence: 'present', signed: true };
    expect((await step('/attendance', { ...today, attendees: [there] })).body.status).toBe('recorded');
    const action = { agency: 'housing', risk: 'homelessness', description: 'Find a safe address.' };
    const taken = { ...today, reference, outcome: 'presented', presentedBy: 'police', risks: ['stalking'] };
    const untied = await step('/cases', { ...taken, actions: [action] });
    expect(untied.body.code).toBe('ACTION_WITHOUT_RISK');
    const tied = await step('/cases', { ...taken, risks: ['homelessness'], actions: [action] });
    expect(tied.body.status).toBe('recorded');
    expect((await step('/conclusion', today)).body.status).toBe('recorded');

    const heard = await until(
      'the case was told',
      async () => (await coordinator.get<CaseView>(`/cases/${reference}`)).body,
      ({ stage }) => stage === 'heard',
    );
    expect(heard.actions).toMatchObject([{ agency: 'housing', status: 'open' }]);
    expect(await board(meetingId)).toMatchObject({
      status: 'held',
      warnings: { quorate: false },
      cases: [{ reference, outcome: 'presented' }],
    });
    expect((await step('/cancellation', { reason: 'Too late for that.' })).body.code).toBe('MEETING_HELD');
    const remarks = 'The refuge in the third case is in Deal.';
    expect((await step('/minutes-confirmation', { remarks })).body.status).toBe('recorded');
    expect((await step('/minutes-sending')).body.status).toBe('recorded');
    expect((await board(meetingId)).minutes).toMatchObject({ version: 1 });
    const wordOf = (who: string, path: string) => wordFile(app, who, `/meetings/${meetingId}${path}`);
    const whole = await wordOf('amy.adeyemi', '/minutes.docx');
    expect(whole.text).toContain('Find a safe address.');
    expect(whole.text).toContain('A. Nother');
    expect(whole.text).toContain(remarks);
    const chair = 'esther.quaye';
    const ofChair = async () => (await wordOf(chair, '/minutes.docx')).text;
    expect(await ofChair()).toContain(remarks);
    const kept = { of: 'perpetrator', practitioner: idOf('practitioner', chair), reason: 'Her neighbour.' };
    expect((await coordinator.post(`/cases/${reference}/deny-list`, kept)).status).toBe(201);
    // Nobody is told what may be about a case they must not see; nor that there is anything.
    for (const hidden of [reference, remarks, 'Find a safe address.']) expect(await ofChair()).not.toContain(hidden);
    const told = await as(chair).get(`/meetings/${meetingId}/minutes`);
    expect(told.body).toMatchObject({ cases: [], versions: [{ version: 1, words: null, reason: null }] });
    const agenda = await wordOf('amy.adeyemi', '/agenda.docx');
    expect(agenda.paragraphs.filter(({ style }) => style === 'Heading1').map(({ text }) => text[0])).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
    ]);
    const ofHousing = '/actions/housing/word';
    for (const who of ['amy.adeyemi', 'owen.tregear'])
      expect((await wordOf(who, ofHousing)).text, who).toContain('Find a safe address.');
    expect((await wordOf('quentin.ashby', ofHousing)).status).toBe(404);
    expect((await as('quentin.ashby').get(`/meetings/${meetingId}/actions/housing`)).status).toBe(404);
    expect((await wordOf('quentin.ashby', '/minutes.docx')).text).not.toContain('Find a safe address.');
    const calendar = await as('owen.tregear').get(`/meetings/${meetingId}/invitation.ics`);
    expect(calendar.text).toContain(`UID:${meetingId}@marac`);
    expect(calendar.text).not.toContain(reference);
    const noted = await product.store.prisma.accessLog.findMany({ where: { event: 'readAgencyActions' } });
    expect(noted.length).toBeGreaterThanOrEqual(3);

    // Nobody represents this agency at the conference: it was asked nothing.
    const other = await as('una.whitcombe').get(`/meetings/${meetingId}`);
    expect(other.body).toMatchObject({ cases: [], research: [] });
  });

  it('cannot be called a week ahead, nor run by an agency', async () => {
    const startsAt = addHours(new Date().toISOString(), 24 * 40);
    const far = await coordinator.post('/meetings', { area: 'maidstone', kind: 'emergency', startsAt });
    expect(far.body.code).toBe('EMERGENCY_TOO_LATE');
    const extra = await coordinator.post<MeetingView>('/meetings', { area: 'maidstone', kind: 'extra', startsAt });
    const { meetingId } = extra.body;
    expect((await as('owen.tregear').post(`/meetings/${meetingId}/lock`, {})).status).toBe(403);
    expect((await coordinator.post(`/meetings/${meetingId}/lock`, {})).body.status).toBe('recorded');
    expect((await coordinator.post(`/meetings/${meetingId}/lock`, {})).body.code).toBe('LIST_LOCKED');
  });
});
