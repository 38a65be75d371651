import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import type { z } from 'zod';
import type { ActionView, CaseView, historyView } from '../../contracts/views/caseView.ts';
import type { ClockExplanationView, ClockView } from '../../contracts/views/clockView.ts';
import type { ExceptionView, MeetingView } from '../../contracts/views/officeViews.ts';
import { aReferralBody, officeForTest, type Caller } from './officeForTest.ts';

interface Items<T> {
  readonly items: readonly T[];
}

let product: TestProduct;
let coordinator: Caller;
let idva: Caller;
let manager: Caller;
let referrer: Caller;

beforeAll(async () => {
  product = await startWorkerForTest();
  const { as } = officeForTest(product);
  coordinator = as('amy.adeyemi');
  idva = as('joanna.pike');
  manager = as('leila.haddad');
  referrer = as('marek.nowak');
});
afterAll(() => product?.stop());

async function received(more: object = {}) {
  const body = aReferralBody(more);
  const sent = await referrer.post('/referrals', body);
  expect(sent.body).toMatchObject({ status: 'recorded' });
  return { body, sent, path: `/cases/${sent.body.reference}` };
}

async function revisionOf(path: string): Promise<number> {
  return Number((await coordinator.get(path)).get('etag')?.replaceAll('"', ''));
}

async function graded(more: object = {}) {
  const referral = await received(more);
  await coordinator.post(`${referral.path}/screening`, { outcome: 'accept' });
  const answer = await coordinator.post(`${referral.path}/grade`, {}, { version: await revisionOf(referral.path) });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return referral;
}

describe('a case over the interface', () => {
  it('begins with a referral and says where to find it', async () => {
    const { sent, path } = await received({ children: [{ unborn: true }] });
    expect(sent.status).toBe(201);
    expect(sent.get('location')).toBe(`/api/v1${path}`);
    expect(sent.body.created.childIds).toHaveLength(1);
    expect(await revisionOf(path)).toBe(sent.body.revision);
  });

  it('is graded by the checklist of its referral and listed at once', async () => {
    const { path } = await graded();
    const { body } = await coordinator.get<CaseView>(path);
    expect(body).toMatchObject({ stage: 'listed', grade: 'high', disclosure: 'full' });
    expect(body.victim?.identity?.['givenNames']).toBe('Idonya');
    expect(body.assessments[0]).toMatchObject({ count: 16, answers: { state: 'open' } });
    expect(JSON.stringify(body.assessments[0]?.answers)).toContain('Are you very frightened?');
    expect(body.referral?.text).toMatchObject({ narrative: expect.stringContaining('followed her home') as string });
  });

  it('is taken over, heard and closed, and closing says what still stands in the way', async () => {
    const startsAt = '2026-02-10T10:00+00:00';
    const meeting = await coordinator.post<MeetingView>('/meetings', { area: 'maidstone', startsAt });
    expect(meeting.status).toBe(201);
    const on = (date: string) => ({ occurredAt: `${date}T11:00+00:00` });
    const adopted = await coordinator.post('/adoptions', aReferralBody(on('2026-01-12')));
    const path = `/cases/${adopted.body.reference}`;
    await coordinator.post(`${path}/screening`, { ...on('2026-01-13'), outcome: 'accept' });
    await coordinator.post(`${path}/grade`, on('2026-01-13'), { version: await revisionOf(path) });
    const action = { agency: 'housing', risk: 'homelessness', description: 'Change the locks.' };
    const { meetingId } = meeting.body;
    const heard = { ...on('2026-02-10'), outcome: 'heard', meetingId, actions: [action] };
    const hearing = await coordinator.post(`${path}/hearing`, heard);
    expect(hearing.status, JSON.stringify(hearing.body)).toBe(201);
    const [actionId] = hearing.body.created.actionIds;

    const early = await coordinator.post(`${path}/closure`, on('2026-02-20'));
    expect(early.status).toBe(409);
    expect(early.body.code).toBe('DISPOSITIONS_MISSING');
    expect(early.body.blocking).toContainEqual({ type: 'action', id: actionId });

    const { items } = (
      await coordinator.get<Items<{ practitionerId: string }>>('/people?role=idva&agency=kent-idva-service')
    ).body;
    await manager.post(`${path}/allocation`, { ...on('2026-01-13'), adviser: items[0]?.practitionerId });
    const done = { ...on('2026-02-17'), note: 'Done on Tuesday.' };
    const spoke = { ...on('2026-01-14'), result: 'spoke', medium: 'phone' };
    const work: [Caller, string, object][] = [
      [idva, '/contact-attempts', spoke],
      [idva, '/engagement', { ...on('2026-01-14'), status: 'engaged' }],
      [idva, '/safety-plans', { ...on('2026-01-16'), plan: 'Leave by the back.' }],
      [idva, '/outcome-told', { ...on('2026-02-11'), result: 'told' }],
      [coordinator, `/actions/${actionId}/completion`, done],
      [coordinator, '/closure', on('2026-02-20')],
    ];
    for (const [who, where, body] of work) {
      const answer = await who.post(`${path}${where}`, body);
      expect(answer.body, `${where} ${JSON.stringify(answer.body)}`).toMatchObject({ status: 'recorded' });
    }
    const { body } = await coordinator.get<CaseView>(path);
    expect(body).toMatchObject({ stage: 'closed', silent: true, dates: { closed: '2026-02-20T11:00:00.000Z' } });
    const history = (await coordinator.get<Items<z.output<typeof historyView>>>(`${path}/history`)).body.items;
    expect(history.map(({ what }) => what)).toContain('An action was completed.');
  });

  it('keeps the version people collide over: whoever looked earlier is told', async () => {
    const { path } = await received();
    const version = await revisionOf(path);
    await coordinator.post(`${path}/screening`, { outcome: 'accept' });
    const late = await coordinator.post(`${path}/grade`, {}, { version });
    expect(late.status).toBe(412);
    expect(late.body.code).toBe('CHANGED_MEANWHILE');
    const unversioned = await coordinator.post(`${path}/grade`, {});
    expect(unversioned.body.code).toBe('VERSION_MISSING');
  });

  it('moves an action by the version of the action, whatever else happened to the case', async () => {
    const { path } = await graded();
    const action = { agency: 'housing', risk: 'homelessness', description: 'Change the locks.', due: '2099-03-02' };
    const { actionId } = (await coordinator.post(`${path}/actions`, action)).body.created;
    const { body } = await coordinator.get<ActionView>(`${path}/actions/${actionId}`);
    await coordinator.post(`${path}/actions`, { ...action, description: 'Fit a light.' });
    const move = { due: '2099-03-09', reason: 'The locksmith is ill.' };
    const moved = await coordinator.post(`${path}/actions/${actionId}/due-date`, move, { version: body.revision });
    expect(moved.body).toMatchObject({ status: 'recorded' });
    const again = await coordinator.post(`${path}/actions/${actionId}/due-date`, move, { version: body.revision });
    expect(again.body.code).toBe('CHANGED_MEANWHILE');
  });

  it('explains why a clock is due when it is due', async () => {
    const { path } = await received();
    const { items } = (await coordinator.get<Items<ClockView>>(`${path}/clocks`)).body;
    expect(items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['firstContact', 'screen']));
    const { body } = await coordinator.get<ClockExplanationView>(`/clocks/${items[0]?.clockId}`);
    expect(body.why.sentence).toMatch(/^Due by the end of .*working day.* after the referral/);
  });
});

describe('the same request again', () => {
  it('gets the same answer and does nothing twice, refusals too', async () => {
    const body = aReferralBody();
    const first = await referrer.post('/referrals', body, { key: 'once' });
    const second = await referrer.post('/referrals', body, { key: 'once' });
    expect(second.body).toEqual(first.body);
    const path = `/cases/${first.body.reference}`;
    await coordinator.post(`${path}/screening`, { outcome: 'accept' });
    const refused = await coordinator.post(`${path}/screening`, { outcome: 'accept' }, { key: 'twice' });
    const repeated = await coordinator.post(`${path}/screening`, { outcome: 'accept' }, { key: 'twice' });
    expect(refused.body.code).toBe('ALREADY_ACCEPTED');
    expect({ ...repeated.body, instance: '' }).toEqual({ ...refused.body, instance: '' });
  });

  it('many at once are one case', async () => {
    const body = aReferralBody();
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => referrer.post('/referrals', body, { key: 'at-once' })));
    expect(new Set(answers.map((answer) => answer.body.reference)).size).toBe(1);
  });

  it('with another body is refused, and by another person is another request', async () => {
    const { body } = await received();
    await referrer.post('/referrals', body, { key: 'mine' });
    const other = await referrer.post('/referrals', { ...body, area: 'swale' }, { key: 'mine' });
    expect(other.status).toBe(422);
    expect(other.body.code).toBe('KEY_REUSED');
    const theirs = await coordinator.post('/referrals', { ...body, area: 'swale' }, { key: 'mine' });
    expect(theirs.status).toBe(201);
  });
});

describe('further abuse', () => {
  it('gets one and the same receipt whether the people are known or not, and within the flag opens a repeat', async () => {
    const { body } = await graded();
    const identity = ({
      givenNames,
      familyName,
      dateOfBirth,
    }: {
      givenNames: string;
      familyName: string;
      dateOfBirth: string;
    }) => ({
      givenNames,
      familyName,
      dateOfBirth,
    });
    const report = {
      incidentAt: new Date(Date.now() - 60_000).toISOString(),
      victim: identity(body.victim),
      perpetrator: identity(body.perpetrator),
      whatHappened: 'He waited outside her work.',
    };
    const anybody = officeForTest(product).as('viktor.sandor');
    const known = await anybody.post<{ receipt: string }>('/further-abuse-reports', report, { key: 'seen' });
    const unknown = await anybody.post<{ receipt: string }>('/further-abuse-reports', {
      ...report,
      victim: { givenNames: 'Nobody', familyName: 'Known' },
    });
    expect(known.status).toBe(201);
    expect(unknown.status).toBe(201);
    expect(Object.keys(known.body)).toEqual(Object.keys(unknown.body));
    const repeated = await anybody.post<{ receipt: string }>('/further-abuse-reports', report, { key: 'seen' });
    expect(repeated.body).toEqual(known.body);
    const row = await product.store.prisma.furtherAbuseReport.findUniqueOrThrow({ where: { id: known.body.receipt } });
    await expect
      .poll(async () => (await product.store.prisma.case.findUnique({ where: { id: row.newCaseId ?? '' } }))?.stage, {
        timeout: 10_000,
      })
      .toBe('listed');
    const commands = await product.store.prisma.command.findMany({ where: { route: { contains: 'further-abuse' } } });
    for (const { id } of commands) expect((await anybody.get(`/commands/${id}`)).status).toBe(404);
    const exceptions = (await coordinator.get<Items<ExceptionView>>('/exceptions')).body.items;
    expect(exceptions).toContainEqual(
      expect.objectContaining({ kind: 'furtherAbuseUnmatched', id: unknown.body.receipt }),
    );
  });
});
