import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { AssessmentsReportView, LoneAssessmentView } from '../../contracts/views/loneAssessmentView.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import { addHours } from '../../domain/calendar/london.ts';
import { readColumns } from '../../store/projection/writeSet.ts';
import { assessmentsWithRecord, rebuildAssessment } from '../../store/rebuild/rebuildAssessment.ts';
import { sendAgain } from '../environment/sendAgain.ts';
import { anAssessment, type Recorded, recordedBy, start, watchAt } from './loneAssessments.ts';
import { officeForFile } from './officeForFile.ts';
import { aReferralBody, dash } from './officeForTest.ts';

const office = officeForFile({ now: start });

const amy = () => office.as('amy.adeyemi');
const marek = () => office.as('marek.nowak');
/** Leads the police; Rosa leads housing. */
const stefan = () => office.as('stefan.lindqvist');

const aBody = (more: object = {}) =>
  anAssessment({ assessment: { tool: 'DASH', version: 'marac-1', answers: dash(16) }, ...more });
const recorded = (body: object = aBody()) => recordedBy(marek(), body);
const open = async (who = amy(), status = 'open') =>
  (await who.get<{ items: LoneAssessmentView[] }>(`/assessments?status=${status}&limit=200`)).body.items;

const watch = (at: string) => watchAt(office, at);
const noticesOf = (caseId: string) =>
  office.product.store.prisma.notice.findMany({ where: { caseId }, orderBy: { id: 'asc' } });

describe('an assessment that stands alone', () => {
  it('graded high is to be referred by the next working day, and is seen by those it concerns alone', async () => {
    const id = await recorded();
    const [seen] = (await open()).filter(({ assessmentId }) => assessmentId === id);
    expect(seen).toMatchObject({
      grade: 'high',
      count: 16,
      agency: 'police',
      due: { date: '2026-03-03' },
      overdue: false,
    });
    expect(seen?.victim?.identity).toMatchObject({ givenNames: 'Idonya' });
    for (const [subject, sees] of [
      ['marek.nowak', true],
      ['stefan.lindqvist', true],
      ['quentin.ashby', true],
      ['esther.quaye', true],
      ['bruno.castelli', false],
      ['rosa.delgado', false],
      ['joanna.pike', false],
    ] as const)
      expect(
        (await open(office.as(subject))).some((each) => each.assessmentId === id),
        subject,
      ).toBe(sees);
    for (const nobody of ['viktor.sandor', 'wanda.osei'])
      expect((await office.as(nobody).get('/assessments')).status, nobody).toBe(403);
  });

  it('below high is not to be referred, and no duty of anybody where it is history', async () => {
    const medium = { assessment: undefined, count: 11, policeGrade: 'standard' };
    const id = await recorded(aBody(medium));
    expect((await open()).map(({ assessmentId }) => assessmentId)).not.toContain(id);
    const old = await recorded(aBody({ ...medium, history: true }));
    const kept = (await open(amy(), 'recorded')).find(({ assessmentId }) => assessmentId === old);
    expect(kept).toMatchObject({ grade: 'medium', due: null, service: null });
  });

  it('is chased by its ladder at the agency, then with the coordinator, once a rung', async () => {
    const id = await recorded();
    await watch('2026-03-03T09:00:30.000Z');
    await watch('2026-03-03T09:02:30.000Z');
    const told = await noticesOf(id);
    expect(told.map(({ recipientId }) => recipientId)).toEqual([idOf('practitioner', 'quentin.ashby')]);
    await watch('2026-03-06T09:00:30.000Z');
    const later = (await noticesOf(id)).map(({ asRole }) => asRole);
    expect(later).toContain('coordinator');
  });

  it('is ended by a later referral of the same people, before anybody is chased for it', async () => {
    const body = aBody();
    const id = await recorded(body);
    const referral = aReferralBody();
    const victim = { ...referral.victim, ...body.victim };
    const perpetrator = { ...referral.perpetrator, ...body.perpetrator };
    expect((await marek().post('/referrals', { ...referral, victim, perpetrator })).status).toBe(201);
    await watch('2026-03-05T09:00:30.000Z');
    expect(await noticesOf(id)).toEqual([]);
    expect((await open(amy(), 'referred')).map(({ assessmentId }) => assessmentId)).toContain(id);
    const clock = await office.product.store.prisma.clock.findFirst({ where: { caseId: id } });
    expect(clock).toMatchObject({ status: 'ended', outcome: 'met' });
    // The next assessment of that day finds the referral at once.
    const again = await recorded(body);
    expect((await open(amy(), 'referred')).map(({ assessmentId }) => assessmentId)).toContain(again);
  });

  it('leads to no referral only by a named decision, with a reason', async () => {
    const id = await recorded();
    const path = `/assessments/${id}/not-referred`;
    const reason = { reason: 'Both live in Essex by now; told its MARAC.' };
    expect((await office.as('rosa.delgado').post(path, reason)).status).toBe(404);
    expect((await office.as('bruno.castelli').post(path, reason)).status).toBe(404);
    expect((await marek().post(path, reason)).status).toBe(403);
    expect((await stefan().post(path, {})).body.code).toBe('NOT_AS_DESCRIBED');
    expect((await stefan().post(path, reason)).status).toBe(200);
    expect((await amy().post(path, reason)).body.code).toBe('NO_REFERRAL_OWED');
    expect((await amy().post(`/assessments/${randomUUID()}/not-referred`, reason)).status).toBe(404);
    const settled = (await open(amy(), 'notReferred')).find(({ assessmentId }) => assessmentId === id);
    expect(settled).toMatchObject({
      reason: { text: reason.reason },
      settledById: idOf('practitioner', 'stefan.lindqvist'),
    });
    await watch('2026-03-20T09:00:30.000Z');
    expect((await noticesOf(id)).filter(({ createdAt }) => createdAt > new Date('2026-03-10'))).toEqual([]);
  });

  it('is the same for a repeat of the request, and another request may not use its key', async () => {
    const [key, body] = [randomUUID(), aBody()];
    const first = await marek().post<Recorded>('/assessments', body, { key });
    const second = await marek().post<Recorded>('/assessments', body, { key });
    expect(second.body).toEqual(first.body);
    expect((await marek().post('/assessments', aBody(), { key })).body.code).toBe('KEY_REUSED');
    const named = { ...body, reference: 'K/26/00417' };
    expect((await marek().post('/assessments', named)).status).toBe(201);
    expect((await marek().post('/assessments', { ...named, reference: 'k/26/00417' })).body.code).toBe(
      'ASSESSMENT_EXISTS',
    );
  });

  it('is in the record with a chain of its own, and its reading in the access log', async () => {
    const id = await recorded();
    const events = await office.product.store.prisma.auditEvent.findMany({
      where: { caseId: id },
      orderBy: { seq: 'asc' },
    });
    expect(events.map(({ type, about }) => [about, type])).toEqual([
      ['assessment', 'assessmentRecorded'],
      ['assessment', 'clockStarted'],
    ]);
    expect(JSON.stringify(events)).not.toContain('Idonya');
    expect(events[1]?.previousHash).toBe(events[0]?.hash);
    await open();
    const log = await office.product.store.prisma.accessLog.findMany({ where: { caseId: id } });
    expect(log.map(({ event }) => event)).toEqual(expect.arrayContaining(['recordAssessment', 'readAssessments']));
  });

  it('is built again from its record, row and clock, wherever they were lost', async () => {
    const id = await recorded();
    const columnsOf = await readColumns(office.product.store.prisma);
    const rebuilt = () => rebuildAssessment(office.product.store, id, columnsOf);
    expect(await rebuilt()).toEqual({ status: 'same' });
    const row = await office.product.store.prisma.loneAssessment.findUnique({ where: { id } });
    await office.product.store.prisma.clock.deleteMany({ where: { caseId: id } });
    await office.product.store.prisma.loneAssessment.delete({ where: { id } });
    expect(await assessmentsWithRecord(office.product.store.prisma)).toContain(id);
    expect(await rebuilt()).toMatchObject({ status: 'mended' });
    expect(await office.product.store.prisma.loneAssessment.findUnique({ where: { id } })).toEqual(row);
    expect(await rebuilt()).toEqual({ status: 'same' });
  });

  const { victim } = aBody();
  it.each([
    [{ area: 'nowhere' }, 422, 'UNKNOWN_AREA'],
    [{ agency: 'nobody' }, 422, 'UNKNOWN_AGENCY'],
    [{ agency: 'housing' }, 403, 'NOT_ALLOWED'],
    [{ occurredAt: '2099-01-01' }, 422, 'HAPPENS_LATER'],
    [{ assessment: undefined }, 400, 'NOT_AS_DESCRIBED'],
    [{ count: 16 }, 400, 'NOT_AS_DESCRIBED'],
    [{ assessment: undefined, count: 25 }, 400, 'NOT_AS_DESCRIBED'],
    [{ policeGrade: 'severe' }, 400, 'NOT_AS_DESCRIBED'],
    [{ perpetrator: victim, victim }, 422, 'PERPETRATOR_IS_VICTIM'],
    [{ victim: { ...victim, dateOfBirth: '2026-03-03' } }, 422, 'BORN_LATER'],
    [{ victim: { ...victim, familyName: '' } }, 400, 'NOT_AS_DESCRIBED'],
    [{ surprise: true }, 400, 'NOT_AS_DESCRIBED'],
  ])('%j is refused', async (more, status, code) => {
    const answer = await marek().post('/assessments', aBody(more));
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
  });
});

describe('the report of assessments', () => {
  const ask = (who: string, query = 'from=2026-03&to=2026-03') =>
    office.as(who).get<AssessmentsReportView>(`/reports/assessments?${query}`);

  it('sets assessments beside referrals, for those who may have the figures', async () => {
    office.product.clock.set(addHours(start, 1));
    await recorded(aBody({ area: 'medway' }));
    const { body } = await ask('amy.adeyemi', 'from=2026-03&to=2026-03&areas=medway');
    expect(body.areas).toMatchObject([{ area: 'medway', high: 1, highWaiting: 1, referrals: '0' }]);
    expect(body.months).toMatchObject([{ area: 'medway', month: '2026-03', high: 1 }]);
    const county = await ask('viktor.sandor');
    expect(county.body.areas).toHaveLength(13);
    expect(county.body.total.high).toBe(
      county.body.total.highReferred +
        county.body.total.highDecided +
        county.body.total.highWaiting +
        county.body.total.highHistory,
    );
    expect((await ask('marek.nowak')).status).toBe(403);
    expect((await ask('bruno.castelli', 'from=2026-03&to=2026-03&areas=medway')).status).toBe(403);
  });

  it.each([
    'from=2026-04&to=2026-03',
    'from=2026-13&to=2026-13',
    'to=2026-03',
    'from=2026-03&to=2026-03&agency=nobody',
  ])('%s cannot be asked', async (query) => {
    expect((await ask('amy.adeyemi', query)).status).toBeGreaterThanOrEqual(400);
  });
});

describe('an assessment while the flag runs', () => {
  const prompts = async (caseId: string) => {
    await sendAgain(office.product);
    return office.product.store.prisma.notice.findMany({ where: { caseId, code: 'assessedAnew' } });
  };
  async function accepted(body: ReturnType<typeof aReferralBody>) {
    const { reference } = (await marek().post('/referrals', body)).body;
    await amy().post(`/cases/${reference}/screening`, { outcome: 'accept' });
    return office.product.store.prisma.case.findUniqueOrThrow({ where: { reference } });
  }
  const assessed = ({ victim, perpetrator }: ReturnType<typeof aReferralBody>, more: object = {}) => {
    const named = (each: typeof victim | typeof perpetrator) => {
      return { givenNames: each.givenNames, familyName: each.familyName, dateOfBirth: each.dateOfBirth };
    };
    const low = { tool: 'DASH', version: 'marac-1', answers: dash(3) };
    return recorded(aBody({ victim: named(victim), perpetrator: named(perpetrator), assessment: low, ...more }));
  };

  it('is told to the coordinator of the case, whatever the score, and the one who assessed learns nothing', async () => {
    office.product.clock.set(start);
    const people = aReferralBody();
    const known = await accepted(people);
    office.product.clock.set('2026-03-16T10:00:00.000Z');
    const id = await assessed(people);
    expect((await prompts(known.id)).map(({ recipientId }) => recipientId)).toEqual([
      idOf('practitioner', 'amy.adeyemi'),
    ]);
    const mine = (await open(marek(), 'handedOver')).find(({ assessmentId }) => assessmentId === id);
    expect(mine, 'as for two people nobody knows').toMatchObject({ status: 'handedOver', service: 'kidas' });
    const events = await office.product.store.prisma.auditEvent.findMany({ where: { caseId: known.id } });
    expect(events.map(({ type }) => type)).toContain('assessedWithoutReferral');
  });

  it('is told to nobody where it is history, where the flag is over, or where they are referred that day', async () => {
    office.product.clock.set(start);
    const people = aReferralBody();
    const known = await accepted(people);
    await assessed(people, { history: true });
    await assessed(people);
    expect(await prompts(known.id), 'referred on the same day').toEqual([]);
    office.product.clock.set('2027-03-04T10:00:00.000Z');
    await assessed(people);
    expect(await prompts(known.id)).toEqual([]);
    office.product.clock.set(start);
  });
});

describe('the watch over assessments', () => {
  it('is kept by the engine: one look chases what is late', async () => {
    office.product.clock.set('2026-03-10T09:00:30.000Z');
    const id = await recorded(aBody({ occurredAt: '2026-03-05' }));
    const { client } = office.product.worker;
    const run = { workflowId: `assessmentWatch/${randomUUID()}`, taskQueue: office.product.taskQueue };
    expect(await client.workflow.execute('assessmentWatch', run)).toBeGreaterThanOrEqual(1);
    expect((await noticesOf(id)).length).toBeGreaterThanOrEqual(1);
    const clock = await office.product.store.prisma.clock.findFirstOrThrow({ where: { caseId: id } });
    expect(clock).toMatchObject({ about: 'assessment', kind: 'highNotReferred', status: 'running' });
  });
});
