import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { CaseView } from '../../contracts/views/caseView.ts';
import type { ExceptionView, furtherAbuseReportView } from '../../contracts/views/officeViews.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import { addDays, addMonths } from '../../domain/calendar/london.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { aReferralBody, officeForTest, type Caller } from './officeForTest.ts';

let product: TestProduct;
let as: (subject: string) => Caller;
let amy: Caller;

beforeAll(async () => {
  product = await startWorkerForTest();
  ({ as } = officeForTest(product));
  amy = as('amy.adeyemi');
}, 120_000);
afterAll(() => product?.stop());

type ReportView = z.output<typeof furtherAbuseReportView>;

const why = { reason: 'Her sister was asked.' };
const address = (id: string) => `/further-abuse-reports/${id}`;
const settle = (who: Caller, id: string, body: object, key?: string) =>
  who.post<{ reference: string | null }>(`${address(id)}/settlement`, body, key === undefined ? {} : { key });
const reportOf = async (id: string) => (await amy.get<ReportView>(address(id))).body;
const stuckReports = async (who = amy) =>
  (await who.get<{ items: ExceptionView[] }>('/exceptions')).body.items
    .filter(({ kind }) => kind.startsWith('furtherAbuse'))
    .map(({ id }) => id);

/** An accepted case of Medway about two people nobody else is about, whose flag runs. */
async function aCase() {
  const body = aReferralBody({ area: 'medway' });
  const { reference } = (await as('marek.nowak').post('/referrals', body)).body;
  await amy.post(`/cases/${reference}/screening`, { outcome: 'accept' });
  const known = await product.store.prisma.case.findUniqueOrThrow({ where: { reference } });
  return { ...body, reference, id: known.id, pairId: known.pairId };
}

type Two = Pick<Awaited<ReturnType<typeof aCase>>, 'victim' | 'perpetrator'>;

/** Reports further abuse by the names of two people, and gives the report. */
async function aReport({ victim, perpetrator }: Two, by = 'nuala.brennan', more: object = {}): Promise<string> {
  const named = (who: Two['victim' | 'perpetrator']) => {
    const { givenNames, familyName, dateOfBirth } = who;
    return { givenNames, familyName, dateOfBirth };
  };
  const incidentAt = product.clock.now().slice(0, 10);
  const body = { incidentAt, victim: named(victim), perpetrator: named(perpetrator), whatHappened: 'He came back.' };
  const sent = await as(by).post<{ receipt: string }>('/further-abuse-reports', { ...body, ...more });
  expect(sent.status).toBe(201);
  return sent.body.receipt;
}

/** Somebody on record under another name, so that nobody is meant for sure. */
const misnamed = (two: Two): Two => ({ ...two, victim: { ...two.victim, familyName: 'Differently' } });

async function recorded(id: string): Promise<void> {
  await expect.poll(async () => (await reportOf(id)).status, { timeout: 60_000 }).toBe('recorded');
}

describe('a report of nobody known for sure', { timeout: 120_000 }, () => {
  it('is matched with a case by whoever looks after it, and is a repeat where the flag ran', async () => {
    const known = await aCase();
    const id = await aReport(misnamed(known));
    expect(await stuckReports()).toContain(id);
    const settled = await settle(amy, id, { as: 'matched', reference: known.reference, ...why });
    expect([settled.status, settled.body.reference]).toEqual([200, known.reference]);
    expect(await stuckReports()).not.toContain(id);
    await recorded(id);
    const view = await reportOf(id);
    expect(view.settled).toMatchObject({ as: 'matched', byId: idOf('practitioner', 'amy.adeyemi') });
    expect(view.settled?.reason?.text).toBe(why.reason);
    expect(view.reference).toBe(known.reference);
    const repeat = (await amy.get<CaseView>(`/cases/${view.repeat}`)).body;
    expect(repeat).toMatchObject({ repeatOf: known.reference, referrerId: idOf('practitioner', 'nuala.brennan') });
    expect(repeat.referringAgencies).toEqual(['health-acute']);
    expect(JSON.stringify(repeat.referral)).toContain('He came back.');
  });

  it('goes on the record of the case alone where it happened before the flag', async () => {
    const known = await aCase();
    const id = await aReport(misnamed(known), 'nuala.brennan', { incidentAt: '2020-01-01' });
    expect((await settle(amy, id, { as: 'matched', reference: known.reference, ...why })).status).toBe(200);
    await recorded(id);
    expect((await reportOf(id)).repeat).toBeNull();
  });

  it('is of nobody here, or known already: that is said once, with a reason, and it is stuck no more', async () => {
    for (const how of ['notOurs', 'knownAlready']) {
      const id = await aReport(misnamed(await aCase()));
      expect((await settle(amy, id, { as: how })).status).toBe(400);
      const answers = [];
      for (const key of ['once', 'once', 'twice'])
        answers.push((await settle(amy, id, { as: how, ...why }, `${id}/${key}`)).status);
      expect(answers).toEqual([200, 200, 409]);
      expect(await reportOf(id)).toMatchObject({ status: 'settled', reference: null, settled: { as: how } });
      expect(await stuckReports()).not.toContain(id);
    }
  });

  it('is noted in the access log with who settled it', async () => {
    const id = await aReport(misnamed(await aCase()));
    await settle(amy, id, { as: 'notOurs', ...why });
    const { prisma } = product.store;
    const actorId = idOf('practitioner', 'amy.adeyemi');
    const [noted] = await prisma.accessLog.findMany({
      where: { actorId, event: 'settleReport' },
      orderBy: { at: 'desc' },
    });
    expect(noted?.outcome).toBe('done');
    const kept = await prisma.command.findFirstOrThrow({ where: { type: 'settleReport', caseId: id } });
    expect(kept.payload).toEqual({ as: 'notOurs' });
  });

  it('is settled by coordinators and administrators, and matched with a case they see everything of', async () => {
    const known = await aCase();
    const id = await aReport(misnamed(known));
    for (const subject of ['grace.oyelaran', 'esther.quaye', 'marek.nowak', 'viktor.sandor', 'wanda.osei'])
      expect((await settle(as(subject), id, { as: 'notOurs', ...why })).status, subject).toBe(403);
    const elsewhere = await settle(as('bruno.castelli'), id, { as: 'matched', reference: known.reference, ...why });
    expect([elsewhere.status, elsewhere.body.code]).toEqual([422, 'CASE_NOT_SHOWN']);
    for (const wrong of [{ as: 'matched' }, { as: 'notOurs', reference: known.reference }])
      expect((await settle(amy, id, { ...wrong, ...why })).status).toBe(400);
    expect(await stuckReports()).toContain(id);
    expect((await settle(as('dilip.raval'), id, { as: 'notOurs', ...why })).status).toBe(200);
  });
});

describe('a report of a pair whose last case has ended', { timeout: 120_000 }, () => {
  /** Further abuse of two people whose case and flag are over. */
  async function afterTheEnd() {
    const known = await aCase();
    const { prisma } = product.store;
    await prisma.flag.deleteMany({ where: { pairId: known.pairId } });
    await prisma.case.update({ where: { id: known.id }, data: { stage: 'ended' } });
    return { known, id: await aReport(known) };
  }

  it('waits until somebody of its area says what becomes of it', async () => {
    const { id } = await afterTheEnd();
    expect(await stuckReports()).toContain(id);
    expect((await settle(as('bruno.castelli'), id, { as: 'knownAlready', ...why })).status).toBe(404);
    expect((await settle(as('cerys.maddock'), id, { as: 'knownAlready', ...why })).status).toBe(200);
    expect(await stuckReports()).not.toContain(id);
  });

  it('is not matched with what is over: the two are referred anew first', async () => {
    const { known, id } = await afterTheEnd();
    const refused = await settle(amy, id, { as: 'matched', reference: known.reference, ...why });
    expect([refused.status, refused.body.code]).toEqual([409, 'NO_FLAG_AND_ENDED']);
    expect(await stuckReports()).toContain(id);
    expect((await reportOf(id)).settled).toBeNull();
  });
});

describe('the children in a repeat that was reported', { timeout: 120_000 }, () => {
  it('are as old as they are on that day, not as old as the referral before had said', async () => {
    const today = product.clock.now().slice(0, 10);
    const [before, since] = [addDays(today, -60), addDays(today, -30)];
    const named = (givenNames: string, dateOfBirth: string) => {
      return { unborn: false, givenNames, familyName: `Growing ${randomUUID().slice(0, 8)}`, dateOfBirth };
    };
    const children = [
      { unborn: true, expectedOn: since },
      { unborn: true, expectedOn: addDays(today, 30) },
      named('Came of age', addMonths(since, -18 * 12)),
      { ...named('At school', addMonths(today, -10 * 12)), school: 'Nightjar Primary' },
    ];
    const body = aReferralBody({ area: 'medway', occurredAt: before, children });
    const { reference } = (await as('marek.nowak').post('/referrals', body)).body;
    await amy.post(`/cases/${reference}/screening`, { outcome: 'accept' });
    const id = await aReport(body);
    await recorded(id);
    const bands = async (of: string | null) => {
      const { id: caseId } = await product.store.prisma.case.findUniqueOrThrow({ where: { reference: of ?? '' } });
      const rows = await product.store.prisma.child.findMany({ where: { caseId } });
      return rows.map(({ ageBand, ofSchoolAge }) => `${ageBand} ${ofSchoolAge ? 'at school' : 'at home'}`).toSorted();
    };
    const atSchool = 'oneToSeventeen at school';
    expect(await bands(reference)).toEqual([atSchool, atSchool, 'unborn at home', 'unborn at home']);
    const { repeat } = await reportOf(id);
    expect(await bands(repeat)).toEqual(['adult at home', atSchool, 'unborn at home', 'underOne at home'].toSorted());
    expect(JSON.stringify((await amy.get<CaseView>(`/cases/${repeat}`)).body.referral)).toContain('Nightjar Primary');
  });
});

describe('further abuse that governance reports', { timeout: 120_000 }, () => {
  it('is a repeat at once, referred by the referrer of the case before: the reporter learns no reference by it', async () => {
    const known = await aCase();
    const id = await aReport(known, 'viktor.sandor');
    await recorded(id);
    const { repeat } = await reportOf(id);
    const opened = (await amy.get<CaseView>(`/cases/${repeat}`)).body;
    expect(opened).toMatchObject({ repeatOf: known.reference, referrerId: idOf('practitioner', 'marek.nowak') });
    const seen = (await as('viktor.sandor').get<CaseView>(`/cases/${repeat}`)).body;
    expect(seen).toMatchObject({ disclosure: 'reference', victim: null, referral: { state: 'withheld' } });
  });
});
