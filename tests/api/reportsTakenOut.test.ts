import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { CaseView } from '../../contracts/views/caseView.ts';
import type { ExceptionView, furtherAbuseReportView } from '../../contracts/views/officeViews.ts';
import { workflowIds } from '../../contracts/workflowIds.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import { addDays, addMonths } from '../../domain/calendar/london.ts';
import { rebuildReadModel } from '../../store/rebuild/rebuildReadModel.ts';
import { settleFlag } from '../../store/rebuild/settleFlag.ts';
import { recordingTools } from '../environment/caseInStore.ts';
import { officeForFile } from './officeForFile.ts';
import { aReferralBody, type Caller } from './officeForTest.ts';

const office = officeForFile();
// Amy coordinates the north, Medway in it; Bruno the south. Nuala works in a hospital.
const [amy, bruno, nuala] = [office.as('amy.adeyemi'), office.as('bruno.castelli'), office.as('nuala.brennan')];
const store = () => office.product.store;

type ReportView = z.output<typeof furtherAbuseReportView>;

const why = { reason: 'The date of birth was read off the wrong wristband.' };
const reportOf = async (id: string, by = amy) => (await by.get<ReportView>(`/further-abuse-reports/${id}`)).body;
const takeOut = (by: Caller, id: string, body: object = why, key?: string) =>
  by.post(`/further-abuse-reports/${id}/taking-out`, body, key === undefined ? {} : { key });
const seen = async (reference: string | null) => (await amy.get<CaseView>(`/cases/${reference}`)).body;
const stuckReports = async () =>
  (await amy.get<{ items: ExceptionView[] }>('/exceptions')).body.items.map(({ id }) => id);

const today = () => office.product.clock.now().slice(0, 10);
const referredOn = () => addDays(today(), -60);

/** An accepted case of Medway from sixty days ago about two people nobody else is about: its flag runs. */
async function aCase() {
  const body = aReferralBody({ area: 'medway', occurredAt: referredOn() });
  const { reference } = (await office.as('marek.nowak').post('/referrals', body)).body;
  await amy.post(`/cases/${reference}/screening`, { outcome: 'accept' });
  const { id, pairId } = await store().prisma.case.findUniqueOrThrow({ where: { reference } });
  return { ...body, reference, id, pairId };
}
type Known = Awaited<ReturnType<typeof aCase>>;

/** Somebody reports further abuse by the names in a case, and it is on record there. */
async function reported({ victim, perpetrator }: Known, incidentAt = today()) {
  const named = ({ givenNames, familyName, dateOfBirth }: Known['victim' | 'perpetrator']) => {
    return { givenNames, familyName, dateOfBirth };
  };
  const body = { incidentAt, victim: named(victim), perpetrator: named(perpetrator), whatHappened: 'He came back.' };
  const { receipt } = (await nuala.post<{ receipt: string }>('/further-abuse-reports', body)).body;
  await expect.poll(async () => (await reportOf(receipt)).status, { timeout: 60_000 }).toBe('recorded');
  return receipt;
}

/** A repeat that was opened by the report about a case. */
async function repeated() {
  const known = await aCase();
  const report = await reported(known);
  const { repeat } = await reportOf(report);
  expect(await seen(repeat)).toMatchObject({ repeat: true, stage: 'listed' });
  return { known, report, repeat: repeat ?? '' };
}

const factsOf = async (reference: string) => {
  const { id: caseId } = await store().prisma.case.findUniqueOrThrow({ where: { reference } });
  const events = await store().prisma.auditEvent.findMany({ where: { caseId }, orderBy: { seq: 'asc' } });
  return events.map(({ type }) => type);
};
const takenBack = (repeat: string) =>
  expect.poll(() => factsOf(repeat), { timeout: 60_000 }).toContain('repeatTakenBack');
const flagOf = ({ pairId }: Known) => store().prisma.flag.findUniqueOrThrow({ where: { pairId } });
const flagClocksOf = async (reference: string) =>
  (await seen(reference)).clocks.filter(({ kind, status }) => kind === 'repeatFlag' && status !== 'ended');
const toldOf = async (reference: string) => {
  const { id: caseId } = await store().prisma.case.findUniqueOrThrow({ where: { reference } });
  const notices = await store().prisma.notice.findMany({ where: { caseId, code: 'reportTakenOut' } });
  return notices.map(({ recipientId }) => recipientId);
};

describe('a report that its names put with the wrong case', { timeout: 180_000 }, () => {
  it('is taken out: it waits for a person again, and the repeat it had opened is gone with its flag', async () => {
    const { known, report, repeat } = await repeated();
    await amy.post(`/cases/${repeat}/screening`, { outcome: 'accept' });
    const endsOn = async () => (await flagOf(known)).endsOn.toISOString().slice(0, 10);
    expect(await endsOn()).toBe(addMonths(today(), 12));
    const sent = await takeOut(amy, report);
    expect([sent.status, sent.body.status], JSON.stringify(sent.body)).toEqual([200, 'recorded']);
    expect(await stuckReports()).toContain(report);
    const open = await reportOf(report);
    expect(open).toMatchObject({ status: 'unmatched', reference: null, repeat: null, settled: null });
    const by = idOf('practitioner', 'amy.adeyemi');
    expect(open.takenOut).toMatchObject({ byId: by, reference: known.reference, repeat, reason: { text: why.reason } });
    await takenBack(repeat);
    expect(await seen(repeat)).toMatchObject({ repeat: false, dates: { flagEndsOn: null } });
    expect(['declined', 'ended']).toContain((await seen(repeat)).stage);
    expect(
      (await seen(repeat)).clocks.filter(({ kind, status }) => kind !== 'retentionReview' && status !== 'ended'),
    ).toEqual([]);
    await expect.poll(() => flagClocksOf(known.reference), { timeout: 60_000 }).toHaveLength(1);
    expect([await endsOn(), (await flagOf(known)).caseId]).toEqual([addMonths(referredOn(), 12), known.id]);
    for (const reference of [known.reference, repeat]) expect(await toldOf(reference)).toContain(by);
  });

  it('is read by those who look for its people without a word of the case it had been put with', async () => {
    const { report } = await repeated();
    expect((await bruno.get(`/further-abuse-reports/${report}`)).status).toBe(404);
    await takeOut(amy, report);
    const elsewhere = await reportOf(report, bruno);
    expect(elsewhere.takenOut).toMatchObject({ reference: null, repeat: null, reason: { state: 'withheld' } });
    expect(JSON.stringify(elsewhere)).not.toContain('wristband');
  });

  it('is put with the right one afterwards, where it is a repeat', async () => {
    const { report, repeat } = await repeated();
    const right = await aCase();
    await takeOut(amy, report);
    await takenBack(repeat);
    const settled = await amy.post(`/further-abuse-reports/${report}/settlement`, {
      ...{ as: 'matched', reference: right.reference, reason: 'Her sister was asked.' },
    });
    expect(settled.status).toBe(200);
    await expect.poll(async () => (await reportOf(report)).status, { timeout: 60_000 }).toBe('recorded');
    const { repeat: again, reference } = await reportOf(report);
    expect(reference).toBe(right.reference);
    expect(await seen(again)).toMatchObject({ repeat: true, repeatOf: right.reference, stage: 'listed' });
    // It may turn out wrong a second time.
    expect((await takeOut(amy, report)).status).toBe(200);
    await takenBack(again ?? '');
    expect(await stuckReports()).toContain(report);
  });

  it('goes off the record of a case for which it was no repeat', async () => {
    const known = await aCase();
    const report = await reported(known, '2020-01-01');
    expect((await reportOf(report)).repeat).toBeNull();
    expect((await takeOut(amy, report)).status).toBe(200);
    expect(await factsOf(known.reference)).toContain('reportTakenOut');
    expect((await flagOf(known)).caseId).toBe(known.id);
    expect(await reportOf(report)).toMatchObject({ status: 'unmatched', reference: null });
  });

  it('leaves a repeat standing in which somebody was asked for something, as no repeat', async () => {
    const { report, repeat } = await repeated();
    const action = { agency: 'housing', risk: 'homelessness', description: 'Find her another room.' };
    expect((await amy.post(`/cases/${repeat}/actions`, action)).status).toBe(201);
    await takeOut(amy, report);
    await takenBack(repeat);
    expect(await seen(repeat)).toMatchObject({ stage: 'listed', repeat: false });
    expect(await factsOf(repeat)).not.toContain('referralTakenBack');
  });

  it('leaves the record as it was, so that a rebuilt case is the same and so is the flag of the two', async () => {
    const { known, report, repeat } = await repeated();
    await amy.post(`/cases/${repeat}/screening`, { outcome: 'accept' });
    await takeOut(amy, report);
    await takenBack(repeat);
    await expect.poll(() => flagClocksOf(known.reference), { timeout: 60_000 }).toHaveLength(1);
    const { columnsOf } = await recordingTools(store());
    const { newCaseId } = (
      await store().prisma.auditEvent.findFirstOrThrow({
        where: { caseId: known.id, type: 'reportTakenOut' },
      })
    ).data as { newCaseId: string };
    for (const caseId of [known.id, newCaseId])
      expect(await rebuildReadModel(store(), caseId, columnsOf)).toEqual({ status: 'same' });
    expect(await settleFlag(store(), known.pairId)).toEqual([]);
    const told = (await amy.get(`/cases/${known.reference}/history`)).body;
    expect(JSON.stringify(told)).toContain('it is about other people');
  });

  it('is watched again by the flag that ran before, and by no other', async () => {
    const { known, report, repeat } = await repeated();
    await amy.post(`/cases/${repeat}/screening`, { outcome: 'accept' });
    const { client } = office.product.worker;
    const watch = client.workflow.getHandle(workflowIds.ofPairWatch(known.pairId));
    const runId = async () => (await watch.describe()).runId;
    await expect.poll(() => flagClocksOf(known.reference), { timeout: 60_000 }).toEqual([]);
    const before = await runId();
    await takeOut(amy, report);
    await expect.poll(runId, { timeout: 60_000 }).not.toBe(before);
    expect(await flagClocksOf(known.reference)).toHaveLength(1);
  });

  it('is watched to its own day though word of the flag that was taken back comes late', async () => {
    const { known, report, repeat } = await repeated();
    await amy.post(`/cases/${repeat}/screening`, { outcome: 'accept' });
    await expect.poll(() => flagClocksOf(known.reference), { timeout: 60_000 }).toEqual([]);
    const { id: caseId } = await store().prisma.case.findUniqueOrThrow({ where: { reference: repeat } });
    const watch = office.product.worker.client.workflow.getHandle(workflowIds.ofPairWatch(known.pairId));
    const { runId: before } = await watch.describe();
    await takeOut(amy, report);
    await expect.poll(async () => (await watch.describe()).runId, { timeout: 60_000 }).not.toBe(before);

    await watch.signal('referralAccepted', { pairId: known.pairId, caseId, endsOn: addMonths(today(), 12) });
    const waits = async () => {
      const { events } = await watch.fetchHistory();
      const answered = (events ?? []).findIndex((event) => event.activityTaskCompletedEventAttributes);
      // Heard, asked what stands, and waiting again.
      const since = answered < 0 ? [] : (events ?? []).slice(answered);
      return since.flatMap(({ timerStartedEventAttributes: timer }) =>
        timer ? Number(timer.startToFireTimeout?.seconds) / 86_400 : [],
      );
    };
    await expect.poll(waits, { timeout: 60_000 }).toHaveLength(1);
    expect(await flagClocksOf(known.reference)).toHaveLength(1);
    const untilItsDay = (Date.parse(addMonths(referredOn(), 12)) - Date.parse(today())) / 86_400_000;
    for (const wait of await waits()) expect(Math.abs(wait - untilItsDay)).toBeLessThan(3);
  });
});

describe('a report whose repeat was transferred meanwhile', { timeout: 180_000 }, () => {
  const transferred = async (where: object) => {
    const about = await repeated();
    await amy.post(`/cases/${about.repeat}/screening`, { outcome: 'accept' });
    const asked = await amy.post(`/cases/${about.repeat}/transfers`, { ...where, reason: 'She has moved.' });
    expect(asked.status, JSON.stringify(asked.body)).toBe(201);
    return about;
  };
  const rowOf = (reference: string) => store().prisma.case.findUniqueOrThrow({ where: { reference } });
  const runsIn = async (caseId: string) => {
    const clocks = await store().prisma.clock.findMany({ where: { caseId, status: { not: 'ended' } } });
    return clocks.map(({ kind }) => kind).filter((kind) => kind !== 'retentionReview');
  };
  const flagIsBack = ({ reference }: Known) =>
    expect.poll(() => flagClocksOf(reference), { timeout: 60_000 }).toHaveLength(1);

  it('ends in the area that took it over, whose coordinator is told, and the flag runs as it had before', async () => {
    const { known, report, repeat } = await transferred({ area: 'thanet' });
    expect((await bruno.post(`/cases/${repeat}/transfer-answer`, { outcome: 'accept' })).status).toBe(200);
    expect((await takeOut(amy, report)).status).toBe(200);
    await takenBack(repeat);
    await flagIsBack(known);
    const { id, stage, repeatOfId, flagEndsOn } = await rowOf(repeat);
    expect(['declined', 'ended']).toContain(stage);
    expect([repeatOfId, flagEndsOn, await runsIn(id)]).toEqual([null, null, []]);
    expect(await toldOf(repeat)).toContain(idOf('practitioner', 'bruno.castelli'));
    // Whoever gave it away reads no more of it than of any other case of that area.
    expect((await reportOf(report)).status).toBe('unmatched');
  });

  it('takes with it a transfer that nobody has answered', async () => {
    const { known, report, repeat } = await transferred({ area: 'thanet' });
    await takeOut(amy, report);
    await takenBack(repeat);
    await flagIsBack(known);
    expect(await factsOf(repeat)).toContain('transferWithdrawn');
    const open = await bruno.get<{ items: { reference: string }[] }>('/transfers');
    expect(open.body.items.map(({ reference }) => reference)).not.toContain(repeat);
  });

  it('stays with a MARAC outside that took it over, and a coordinator here is told to tell them', async () => {
    const { known, report, repeat } = await transferred({
      outside: { name: 'Bexley MARAC', contact: 'marac@bexley.example' },
    });
    const answer = await amy.post(`/cases/${repeat}/outside-transfer-answer`, {
      outcome: 'accept',
      note: 'By telephone.',
    });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect((await takeOut(amy, report)).status).toBe(200);
    await takenBack(repeat);
    await flagIsBack(known);
    expect(await rowOf(repeat)).toMatchObject({ repeatOfId: null, flagEndsOn: null });
    expect(await factsOf(repeat)).not.toContain('referralTakenBack');
    expect(await toldOf(repeat)).toContain(idOf('practitioner', 'amy.adeyemi'));
  });
});

describe('who takes a report out, and of what', { timeout: 180_000 }, () => {
  it('is whoever settles reports in the area of its case: once, and with a reason', async () => {
    const known = await aCase();
    const report = await reported(known, '2020-01-01');
    for (const subject of ['grace.oyelaran', 'esther.quaye', 'marek.nowak', 'viktor.sandor', 'wanda.osei'])
      expect((await takeOut(office.as(subject), report)).status, subject).toBe(403);
    expect((await takeOut(bruno, report)).status).toBe(404);
    expect((await takeOut(amy, report, {})).status).toBe(400);
    const answers = [];
    for (const key of ['once', 'once', 'twice'])
      answers.push((await takeOut(amy, report, why, `${report}/${key}`)).status);
    expect(answers).toEqual([200, 200, 409]);
    expect((await factsOf(known.reference)).filter((type) => type === 'reportTakenOut')).toHaveLength(1);
  });

  it('is no report that stands in no case, and none of a breach, which its own case has recorded', async () => {
    const known = await aCase();
    const report = await reported(known, '2020-01-01');
    const { bodyHash } = await store().prisma.furtherAbuseReport.findUniqueOrThrow({ where: { id: report } });
    await store().prisma.furtherAbuseReport.update({ where: { id: report }, data: { key: `breach/${bodyHash}` } });
    expect((await takeOut(amy, report)).body.code).toBe('REPORT_OF_A_BREACH');
    const unknown = aReferralBody();
    const { receipt } = (
      await nuala.post<{ receipt: string }>('/further-abuse-reports', {
        ...{ incidentAt: today(), whatHappened: 'Nobody knows them.' },
        victim: { givenNames: 'Seldom', familyName: unknown.victim.familyName },
        perpetrator: { givenNames: 'Never', familyName: unknown.perpetrator.familyName },
      })
    ).body;
    expect((await takeOut(amy, receipt)).body.code).toBe('REPORT_NOT_IN_CASE');
  });
});
