import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MeetingView } from '../../contracts/views/officeViews.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import { addDays, addHours, dayOfWeek, epochMs, londonDate, londonMoment } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { englandAndWales, workingDaysBetween } from '../../domain/calendar/workingCalendar.ts';
import type { ClockKind } from '../../domain/clocks/clockKind.ts';
import type { LadderName } from '../../domain/clocks/ladder.ts';
import { nationalLadders } from '../../domain/policy/nationalLadders.ts';
import { newId } from '../../platform/ids.ts';
import { emptyPack } from '../../store/transfers/packOf.ts';
import { officeForTest } from '../api/officeForTest.ts';
import { CaseOnEngine } from '../environment/caseOnEngine.ts';
import { aPair, aReferral } from '../environment/invented.ts';
import { sendForward } from '../environment/sendForward.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { whoeverMay } from '../environment/whoMaySend.ts';

/** How late a rung may be: the engine fires in the minute in which a timer runs out. */
const toleranceMs = 60_000;

type CaseName = 'full' | 'waiting' | 'returned' | 'flagged' | 'deferred';
type Looked = Partial<Record<LadderName, readonly [ClockKind, CaseName]>>;

/** On which clock, in which case, each ladder is looked at that a case can climb. */
const hourly: Looked = {
  urgentAction: ['urgentAction', 'full'],
  urgentAcknowledgement: ['urgentAcknowledgement', 'full'],
  courtTime: ['dvpnToCourt', 'full'],
};
const daily: Looked = {
  action: ['action', 'full'],
  coordinatorDuty: ['screen', 'waiting'],
  idvaDuty: ['firstContact', 'waiting'],
  serviceDecision: ['contactDecision', 'full'],
  chairDecision: ['deferralDecision', 'deferred'],
  referrerChase: ['incompleteChase', 'returned'],
  hearing: ['hearing', 'full'],
  dvpo: ['dvpo', 'full'],
  order: ['protectionOrder', 'full'],
  bail: ['preChargeBail', 'full'],
  release: ['custodyRelease', 'full'],
  protection: ['protectionReview', 'full'],
  acknowledgement: ['acknowledgement', 'full'],
  transfer: ['transferAcknowledgement', 'waiting'],
  refusedTransfer: ['refusedTransfer', 'returned'],
  flag: ['repeatFlag', 'flagged'],
};
/** Research is asked for by a meeting (`meetingWorkflow`); the review of what is kept comes seven years after the end of a case (`tests/api/retention`). */
const elsewhere = ['research', 'retention'];

let product: TestProduct;
let cases: Readonly<Record<CaseName, CaseOnEngine>>;
let aheadMs = 0;
const urgent = { actionId: newId(), handoverId: newId(), liveDateId: newId() };
const police = idOf('agency', 'police');

beforeAll(async () => {
  product = await startWorkerForTest();
  const aCase = () => new CaseOnEngine(product, whoeverMay, () => aheadMs);
  cases = { full: aCase(), waiting: aCase(), returned: aCase(), flagged: aCase(), deferred: aCase() };
});
afterAll(() => product?.stop());

async function accepted(theCase: CaseOnEngine, ...sending: Parameters<CaseOnEngine['send']>): Promise<void> {
  const answer = await theCase.send(...sending);
  expect({ command: sending[0], answer }).toMatchObject({ answer: { ok: true } });
}

/** A case that was received so many days ago; gives its victim. */
async function received(theCase: CaseOnEngine, daysAgo = 0): Promise<string> {
  const pair = await aPair(product.store.prisma);
  const referral = aReferral(pair, { referrerId: idOf('practitioner', 'marek.nowak') });
  const at = addHours(theCase.now(), -24 * daysAgo);
  await accepted(theCase, 'submitReferral', referral, { at, precision: 'minute' });
  return pair.victimId;
}

/** Everything that can be late in a case that was accepted, urgent and not. */
async function leaveEverythingIn({ full }: typeof cases): Promise<void> {
  const victimId = await received(full);
  await accepted(full, 'screenReferral', { outcome: 'accept', adviceId: null });
  await accepted(full, 'allocateAdviser', { adviserId: idOf('practitioner', 'joanna.pike') });
  const action = { agencyId: police, ownerId: idOf('practitioner', 'quentin.ashby'), riskCode: 'stalking', due: null };
  await accepted(full, 'setAction', { ...action, actionId: urgent.actionId, urgent: true, contentId: newId() });
  await accepted(full, 'setAction', { ...action, actionId: newId(), urgent: false, contentId: newId() });
  const handover = { kind: 'sanctuaryScheme', toAgencyId: idOf('agency', 'housing'), contentId: null } as const;
  await accepted(full, 'referOn', { ...handover, handoverId: urgent.handoverId, urgent: true, insteadOfId: null });
  await accepted(full, 'referOn', { ...handover, handoverId: newId(), urgent: false, insteadOfId: null });
  const attempt = { attemptId: newId(), victimId, byId: idOf('practitioner', 'joanna.pike'), noteId: null };
  await accepted(full, 'recordContactAttempt', { ...attempt, result: 'unsafe', medium: 'phone' });
  const startsAt = full.now();
  const date = { liveDateId: newId(), contentId: null, startsAt };
  const notice = { ...date, liveDateId: urgent.liveDateId, agencyId: police, at: null };
  await accepted(full, 'addLiveDate', { ...notice, kind: 'dvpn' });
  await accepted(full, 'addLiveDate', { liveDateId: newId(), contentId: null, kind: 'hearing', at: inMidweek(10) });
  await accepted(full, 'addLiveDate', { ...date, liveDateId: newId(), kind: 'dvpo', at: inMidweek(15) });
  const bail = { ...date, liveDateId: newId(), authorisedBy: 'custodyOfficer', at: inMidweek(10) } as const;
  await accepted(full, 'addLiveDate', { ...bail, kind: 'preChargeBail' });
  await accepted(full, 'addLiveDate', { ...date, liveDateId: newId(), kind: 'nonMolestation', at: inMidweek(35) });
  await accepted(full, 'addLiveDate', { ...date, liveDateId: newId(), kind: 'custodyRelease', at: inMidweek(35) });
}

/** A case that two meetings of today have deferred. */
async function deferTwice(theCase: CaseOnEngine): Promise<void> {
  await received(theCase);
  await accepted(theCase, 'screenReferral', { outcome: 'accept', adviceId: null });
  const graded = { count: 16, policeGrade: null, judgement: null, reasonId: null };
  await accepted(theCase, 'gradeRisk', { ...graded, handoverId: newId(), handOverTo: null });
  for (let deferrals = 0; deferrals < 2; deferrals += 1) {
    const meeting = { area: 'maidstone', kind: 'emergency', startsAt: addHours(theCase.now(), 1 / 60) };
    const called = await officeForTest(product).as('amy.adeyemi').post<MeetingView>('/meetings', meeting);
    const { meetingId } = called.body;
    await accepted(theCase, 'callToEmergency', { meetingId, reasonId: newId() });
    const deferral = { outcome: 'deferred', meetingId, attendance: [], reasonId: newId() } as const;
    await accepted(theCase, 'recordHearing', deferral);
  }
}

/** A Thursday at noon at least so many days ahead whose week has five working days: no two reminders share a morning. */
function inMidweek(days: number): IsoInstant {
  let date = addDays(londonDate(cases.full.now()), days);
  while (dayOfWeek(date) !== 4 || workingDaysBetween(englandAndWales, addDays(date, -4), addDays(date, 1)) < 5)
    date = addDays(date, 1);
  return londonMoment(date, '12:00');
}

/** Sends every case forward to ten in the morning, so many days on. */
async function forward(days: number): Promise<void> {
  const now = cases.full.now();
  const until = londonMoment(addDays(londonDate(now), days), '10:00');
  const seconds = Math.ceil((epochMs(until) - epochMs(now)) / 1000);
  const ids = Object.values(cases).map(({ workflowId }) => workflowId);
  await sendForward(product.temporalAddress, product.namespace, ids, seconds);
  aheadMs += seconds * 1000;
}

/** The rungs of a ladder by their labels, with the first of those that are repeated for ever. */
function labelsOf(name: LadderName): readonly string[] {
  const { rungs, then } = nationalLadders[name];
  return [...rungs.map(({ label }) => label), ...(then === null ? [] : [`${then.label}1`])];
}

async function expectAllClimbed(looked: Looked): Promise<void> {
  for (const [name, where] of Object.entries(looked)) await expectClimbed(name as LadderName, where);
}

/** Each rung of a ladder fired in its minute, in order, and somebody was told. */
async function expectClimbed(name: LadderName, [kind, caseName]: readonly [ClockKind, CaseName]): Promise<void> {
  const { prisma } = product.store;
  const { caseId } = cases[caseName];
  const clock = await prisma.clock.findFirst({ where: { caseId, kind }, orderBy: { overdueAt: 'desc' } });
  const fired = await prisma.rung.findMany({ where: { clockId: clock?.id ?? '' }, orderBy: { rung: 'asc' } });
  const labels = labelsOf(name);
  const climbed = fired.slice(0, labels.length);
  expect({ name, labels: climbed.map(({ label }) => label) }).toEqual({ name, labels });
  for (const { label, rung, firedAt, plannedAt, noted } of climbed) {
    const late = firedAt.getTime() - plannedAt.getTime();
    const key = { startsWith: `rung/${clock?.id}/1/${rung}/` };
    const isTold = (await prisma.notice.count({ where: { key } })) > 0;
    expect({ name, label, early: late < 0, late: late > toleranceMs, noted, isTold }).toEqual({
      ...{ name, label, early: false, late: false, noted: [], isTold: true },
    });
  }
}

describe('what nobody works on', { timeout: 600_000 }, () => {
  it('is told of by every ladder that a case can climb', async () => {
    const looked = [...Object.keys(hourly), ...Object.keys(daily), ...elsewhere];
    expect(looked.toSorted()).toEqual(Object.keys(nationalLadders).toSorted());

    await leaveEverythingIn(cases);
    const { waiting, returned, flagged, deferred } = cases;
    await deferTwice(deferred);
    await received(waiting);
    const transfer = { transferId: newId(), outsideId: null, reasonId: newId(), pack: emptyPack };
    await accepted(waiting, 'requestTransfer', { ...transfer, toAreaId: idOf('area', 'thanet') });
    await received(returned);
    await accepted(returned, 'screenReferral', { outcome: 'returnAsIncomplete', missing: ['consent'], noteId: null });
    const outside = { ...transfer, transferId: newId(), toAreaId: null, outsideId: newId() };
    await accepted(returned, 'requestTransfer', outside);
    await accepted(returned, 'recordOutsideAnswer', { outcome: 'refuse', reasonId: newId() });
    await received(flagged, 345);
    await accepted(flagged, 'screenReferral', { outcome: 'accept', adviceId: null });
  });

  it('is told of hour by hour where an instant was missed, then day by day', async () => {
    await forward(8);
    await expectAllClimbed(hourly);
    await accepted(cases.full, 'completeAction', { actionId: urgent.actionId, noteId: null });
    await accepted(cases.full, 'recordAcknowledgement', { handoverId: urgent.handoverId });
    const outcome = { liveDateId: urgent.liveDateId, outcome: 'other', contentId: null };
    await accepted(cases.full, 'recordLiveDateOutcome', outcome);
  });

  it('is told of before its day, on it, and upwards after it until somebody does it', async () => {
    // The last of them ends within six weeks; its ladder repeats itself within three more, over Christmas too.
    await forward(56);
    await expectAllClimbed(daily);
  });
});
