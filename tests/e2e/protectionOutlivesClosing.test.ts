import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import { addDays, addHours, epochMs, londonDate, londonMoment } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { englandAndWales } from '../../domain/calendar/workingCalendar.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import type { ClockKind } from '../../domain/clocks/clockKind.ts';
import { rungAt } from '../../domain/clocks/rungAt.ts';
import { defaultPolicyEntries } from '../../domain/policy/defaults.ts';
import { policyInForce } from '../../domain/policy/policyInForce.ts';
import { newId } from '../../platform/ids.ts';
import { CaseOnEngine } from '../environment/caseOnEngine.ts';
import { aPair, aReferral } from '../environment/invented.ts';
import { sendForward } from '../environment/sendForward.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { whoeverMay } from '../environment/whoMaySend.ts';

const who = (subject: string) => idOf('practitioner', subject);
const post = who('grace.oyelaran');
/** How late a rung may be: the engine fires in the minute in which a timer runs out. */
const toleranceMs = 60_000;
const aWhile = 240_000;

let product: TestProduct;
let theCase: CaseOnEngine;
let aheadMs = 0;

beforeAll(async () => {
  product = await startWorkerForTest();
  theCase = new CaseOnEngine(product, whoeverMay, () => aheadMs);
});
afterAll(() => product?.stop());

async function forwardTo(moment: IsoInstant): Promise<void> {
  const seconds = Math.ceil((epochMs(moment) - epochMs(theCase.now())) / 1000);
  if (seconds <= 0) return;
  await sendForward(product.temporalAddress, product.namespace, [theCase.workflowId], seconds);
  aheadMs += seconds * 1000;
  product.clock.set(theCase.now());
}

async function accepted(...sending: Parameters<CaseOnEngine['send']>): Promise<void> {
  const answer = await theCase.send(...sending);
  expect({ command: sending[0], answer }).toMatchObject({ answer: { ok: true } });
}

describe('an order whose case is closed', { timeout: aWhile }, () => {
  const orderId = newId();

  it('is watched by a named post from the closing on', async () => {
    const pair = await aPair(product.store.prisma);
    await accepted('submitReferral', aReferral(pair, { referrerId: who('marek.nowak') }));
    await accepted('screenReferral', { outcome: 'accept', adviceId: null });
    // Something is being done, so that nobody is asked about a meeting that may be far off on the day of this test.
    const actionId = newId();
    const action = { actionId, agencyId: idOf('agency', 'housing'), ownerId: null, riskCode: 'stalking' };
    await accepted('setAction', { ...action, urgent: false, due: null, contentId: newId() });
    const judgement = { judgement: null, reasonId: null, handoverId: newId(), handOverTo: null };
    await accepted('gradeRisk', { count: 16, policeGrade: 'high', ...judgement });
    const attempt = { attemptId: newId(), victimId: pair.victimId, byId: who('joanna.pike'), noteId: null };
    await accepted('recordContactAttempt', { ...attempt, result: 'spoke', medium: 'phone' });
    const ends = londonMoment(addDays(londonDate(theCase.now()), 90), '12:00');
    const order = { liveDateId: orderId, kind: 'nonMolestation', at: ends, contentId: null } as const;
    await accepted('addLiveDate', { ...order, conditions: ['noContact'] });
    await accepted('takeOffList', { decisionId: newId() });
    await accepted('completeAction', { actionId, noteId: null });
    await accepted('endSupport', { status: 'planned', contentId: null });
    await accepted('closeCase', {
      reasonId: null,
      disposals: [{ liveDateId: orderId, disposal: 'watched', watchedById: post }],
    });
    expect(await theCase.state()).toMatchObject({ stage: 'closed' });
  });

  it('wakes that post, and nobody else, to review the risk before the protection ends', async () => {
    const closedAt = theCase.now();
    const [review, end] = [await clockOf('protectionReview'), await clockOf('protectionOrder')];
    expect(review.overdueAt < end.overdueAt).toBe(true);
    const policy = policyInForce(defaultPolicyEntries, 'maidstone', londonDate(review.anchor));
    const planned = [0, 1].map((n) => rungAt({ ...review, putOff: 0 }, n, policy, englandAndWales)?.at ?? '');
    await forwardTo(addHours(planned.at(-1) ?? '', 1));
    const rungs = await product.store.prisma.rung.findMany({ where: { clockId: review.id }, orderBy: { rung: 'asc' } });
    expect(rungs.map(({ label }) => label)).toEqual(['beforeDue2', 'dueDay']);
    for (const [n, { firedAt }] of rungs.entries()) {
      const late = firedAt.getTime() - epochMs(planned[n] ?? '');
      expect({ early: late < 0, late: late > toleranceMs }).toEqual({ early: false, late: false });
    }
    const told = await product.store.prisma.notice.findMany({
      where: { caseId: theCase.caseId, code: 'rung', createdAt: { gt: new Date(closedAt) } },
    });
    const aboutOrder = told.filter(({ clockId }) => clockId === review.id || clockId === end.id);
    expect(aboutOrder.length).toBeGreaterThanOrEqual(3);
    expect(new Set(aboutOrder.map(({ recipientId }) => recipientId))).toEqual(new Set([post]));
    await accepted('reviewLiveDate', { liveDateId: orderId, because: 'beforeEnd', change: 'same', contentId: null });
    expect((await clockOf('protectionReview')).end).toMatchObject({ outcome: 'met' });
  });

  it('breached within the flag becomes a repeat of the pair, listed by itself, once', async () => {
    const breachId = newId();
    const breach = { breachId, liveDateId: orderId, conditions: ['noContact'] as const, contentId: newId() };
    const happened = { at: addHours(theCase.now(), -1), precision: 'minute' } as const;
    expect(await theCase.send('recordBreach', { ...breach }, happened)).toMatchObject({ ok: true });
    const { prisma } = product.store;
    await theCase.until('the report is recorded by its case', async () => {
      const reports = await prisma.furtherAbuseReport.findMany({ where: { key: `breach/${breachId}` } });
      return reports.length === 1 && reports[0]?.status === 'recorded';
    });
    const [report] = await prisma.furtherAbuseReport.findMany({ where: { key: `breach/${breachId}` } });
    const repeat = await prisma.case.findUniqueOrThrow({ where: { id: report?.newCaseId ?? '' } });
    expect(repeat).toMatchObject({ repeatOfId: theCase.caseId, route: 'repeat', stage: 'listed' });
    expect((await clockOf('breachReview')).due.type).toBe('day');
  });

  async function clockOf(kind: ClockKind): Promise<Clock> {
    const row = await product.store.prisma.clock.findFirstOrThrow({ where: { subjectId: orderId, kind } });
    return row.data as unknown as Clock;
  }
});
