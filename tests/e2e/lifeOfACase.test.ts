import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workflowIds } from '../../contracts/workflowIds.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import { addDays, addHours, addMonths, epochMs, londonDate, londonMoment } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { englandAndWales } from '../../domain/calendar/workingCalendar.ts';
import { rungAt } from '../../domain/clocks/rungAt.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import type { ClockKind } from '../../domain/clocks/clockKind.ts';
import { defaultPolicyEntries } from '../../domain/policy/defaults.ts';
import { policyInForce } from '../../domain/policy/policyInForce.ts';
import { newId } from '../../platform/ids.ts';
import { CaseOnEngine } from '../environment/caseOnEngine.ts';
import { aPair, aReferral } from '../environment/invented.ts';
import { sendForward } from '../environment/sendForward.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { whoeverMay } from '../environment/whoMaySend.ts';

const who = (subject: string) => idOf('practitioner', subject);
/** Who is told by each rung of an action of the police in Maidstone that nobody works on. */
const toldOf: Readonly<Record<string, readonly string[]>> = {
  beforeDue2: [who('quentin.ashby')],
  dueDay: [who('quentin.ashby')],
  overdue1: [who('quentin.ashby'), who('stefan.lindqvist')],
  overdue3: [who('amy.adeyemi')],
  overdue5: [who('esther.quaye')],
  overdue10: [who('viktor.sandor')],
  weekly1: [who('viktor.sandor'), who('amy.adeyemi')],
  weekly2: [who('viktor.sandor'), who('amy.adeyemi')],
};
/** How late a rung may be: the engine fires in the minute in which a timer runs out. */
const toleranceMs = 60_000;
/** A year of timers takes a while, a second or so each. */
const aWhile = 240_000;

let product: TestProduct;
let theCase: CaseOnEngine;
let aheadMs = 0;
let pairId = '';
let victimId = '';

beforeAll(async () => {
  product = await startWorkerForTest();
  theCase = new CaseOnEngine(product, whoeverMay, () => aheadMs);
});
afterAll(() => product?.stop());

/** Sends the case, and from its acceptance on the watch of its pair, forward to a moment. */
async function forwardTo(moment: IsoInstant): Promise<void> {
  const seconds = Math.ceil((epochMs(moment) - epochMs(theCase.now())) / 1000);
  if (seconds <= 0) return;
  const ids = [theCase.workflowId, workflowIds.ofPairWatch(pairId)];
  await sendForward(product.temporalAddress, product.namespace, ids, seconds);
  aheadMs += seconds * 1000;
}

async function accepted(...sending: Parameters<CaseOnEngine['send']>): Promise<void> {
  const answer = await theCase.send(...sending);
  expect({ command: sending[0], answer }).toMatchObject({ answer: { ok: true } });
}

describe('one case from its referral to the end of its flag', { timeout: aWhile }, () => {
  const actionId = newId();
  const hearingId = newId();

  it('is received, accepted, graded and listed, and the victim is reached', async () => {
    const pair = await aPair(product.store.prisma);
    ({ pairId, victimId } = pair);
    await accepted('submitReferral', aReferral(pair, { referrerId: who('marek.nowak') }));
    await accepted('screenReferral', { outcome: 'accept', adviceId: null });
    const judgement = { judgement: null, reasonId: null, handoverId: newId(), handOverTo: null };
    await accepted('gradeRisk', { count: 16, policeGrade: 'high', ...judgement });
    await accepted('allocateAdviser', { adviserId: who('joanna.pike') });
    await accepted('recordContactAttempt', {
      attemptId: newId(),
      victimId,
      result: 'spoke',
      medium: 'phone',
      byId: who('joanna.pike'),
      noteId: null,
    });
    await accepted('recordEngagement', { status: 'engaged', noteId: null });
    await accepted('recordSafetyPlan', { planId: newId(), contentId: newId() });
    expect(await theCase.state()).toMatchObject({ stage: 'listed', engagement: 'engaged' });
  });

  it('is heard at its meeting, where an action is set that nobody works on', async () => {
    const { listing } = await theCase.state();
    await forwardTo(londonMoment(listing?.meetingOn ?? '', '11:00'));
    await accepted('recordHearing', {
      outcome: 'heard',
      meetingId: listing?.meetingId ?? '',
      attendance: [{ agencyId: idOf('agency', 'police'), presence: 'present' }],
      minuteId: null,
      actions: [
        {
          actionId,
          agencyId: idOf('agency', 'police'),
          ownerId: who('quentin.ashby'),
          riskCode: 'stalking',
          urgent: false,
          due: null,
          contentId: newId(),
        },
      ],
    });
    await accepted('tellOutcome', { result: 'told', reasonId: null });
    await accepted('tellReferrer', { about: 'meeting', contentId: null });
  });

  it('has every rung of the neglected action sent to the right person at the right London time', async () => {
    const clock = await clockOf(actionId, 'action');
    const policy = policyInForce(defaultPolicyEntries, 'maidstone', londonDate(clock.anchor));
    const labels = Object.keys(toldOf);
    const planned = labels.map((_, n) => rungAt({ ...clock, putOff: 0 }, n, policy, englandAndWales));
    expect(planned.map((rung) => rung?.label)).toEqual(labels);
    await forwardTo(addHours(planned.at(-1)?.at ?? '', 1));
    const rungs = await product.store.prisma.rung.findMany({ where: { clockId: clock.id }, orderBy: { rung: 'asc' } });
    expect(rungs.map(({ label }) => label)).toEqual(labels);
    for (const [n, rung] of rungs.entries()) {
      const late = rung.firedAt.getTime() - epochMs(planned[n]?.at ?? '');
      expect({ label: rung.label, early: late < 0, late: late > toleranceMs }).toEqual({
        label: rung.label,
        early: false,
        late: false,
      });
      const notices = await product.store.prisma.notice.findMany({
        where: { key: { startsWith: `rung/${clock.id}/1/${n}/` } },
      });
      expect(new Set(notices.map(({ recipientId }) => recipientId))).toEqual(new Set(toldOf[rung.label]));
    }
  });

  it('is closed once everything has come to something, with a hearing watched by a named post', async () => {
    const hearingAt = londonMoment(addDays(londonDate(theCase.now()), 20), '10:00');
    await accepted('addLiveDate', { liveDateId: hearingId, kind: 'hearing', at: hearingAt, contentId: null });
    const early = await theCase.send('closeCase', { reasonId: null, disposals: [] });
    expect(early).toMatchObject({ ok: false, code: 'DISPOSITIONS_MISSING' });
    await accepted('completeAction', { actionId, noteId: null });
    await accepted('endSupport', { status: 'planned', contentId: null });
    const watched = { liveDateId: hearingId, disposal: 'watched', watchedById: who('grace.oyelaran') } as const;
    await accepted('closeCase', { reasonId: null, disposals: [watched] });
    expect((await clockOf(actionId, 'action')).end).toMatchObject({ outcome: 'metLate' });
  });

  it('after closing reminds of nothing but what the named post watches', async () => {
    const closedAt = theCase.now();
    const hearing = await clockOf(hearingId, 'hearing');
    await forwardTo(addHours(hearing.overdueAt, 15));
    const rungs = await product.store.prisma.rung.findMany({
      where: { caseId: theCase.caseId, firedAt: { gt: new Date(closedAt) } },
    });
    const clocks = await product.store.prisma.clock.findMany({ where: { subjectId: hearingId } });
    const watched = new Set(clocks.map(({ id }) => id));
    expect(rungs.length).toBeGreaterThanOrEqual(2);
    expect(rungs.filter(({ clockId }) => !watched.has(clockId))).toEqual([]);
    const told = await product.store.prisma.notice.findMany({
      where: { clockId: { in: [...watched] }, createdAt: { gt: new Date(closedAt) } },
    });
    const others = told.filter(({ recipientId }) => recipientId !== who('grace.oyelaran'));
    expect(others.map(({ asRole, data }) => ({ asRole, data }))).toEqual([]);
    await accepted('recordLiveDateOutcome', { liveDateId: hearingId, outcome: 'convicted', contentId: null });
    await accepted('tellResult', { liveDateId: hearingId, result: 'told', reasonId: null });
  });

  it('ends with its flag, to the day, and the watch of the pair with it; then only what is kept of it is to be reviewed', async () => {
    const row = await product.store.prisma.case.findUniqueOrThrow({ where: { id: theCase.caseId } });
    const flagEndsOn = addMonths(londonDate(row.receivedAt.toISOString()), 12);
    expect(row.flagEndsOn?.toISOString().slice(0, 10)).toBe(flagEndsOn);
    const { client } = product.worker;
    await forwardTo(londonMoment(flagEndsOn, '23:00'));
    expect(await theCase.state()).toMatchObject({ stage: 'closed' });
    await forwardTo(londonMoment(addDays(flagEndsOn, 1), '01:00')).catch((error: Error) =>
      // The watch ends on the way, which is what is waited for.
      expect(error.message).toContain('ended'),
    );
    await client.workflow.getHandle(workflowIds.ofPairWatch(pairId)).result();
    await theCase.until('the case has ended', async () => (await theCase.state()).stage === 'ended');
    const ended = await product.store.prisma.case.findUniqueOrThrow({ where: { id: theCase.caseId } });
    expect(ended.stage).toBe('ended');
    const left = await product.store.prisma.clock.findMany({ where: { caseId: ended.id, status: { not: 'ended' } } });
    expect(left.map(({ kind, anchorAt }) => [kind, londonDate(anchorAt.toISOString())])).toEqual([
      ['retentionReview', addDays(flagEndsOn, 1)],
    ]);
    expect((await client.workflow.getHandle(theCase.workflowId).describe()).status.name).toBe('RUNNING');
    const flag = await product.store.prisma.flag.findUniqueOrThrow({ where: { pairId } });
    expect(londonDate(flag.endedAt?.toISOString() ?? '')).toBe(addDays(flagEndsOn, 1));
  });
});

async function clockOf(subjectId: string, kind: ClockKind): Promise<Clock> {
  const row = await product.store.prisma.clock.findFirstOrThrow({ where: { subjectId, kind } });
  return row.data as unknown as Clock;
}
