import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restartMeeting } from '../../activities/restartMeeting.ts';
import { workflowIds } from '../../contracts/workflowIds.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import { addDays, dayOfWeek, epochMs, instantAt, londonDate, londonMoment } from '../../domain/calendar/london.ts';
import { englandAndWales, workingDaysAfter } from '../../domain/calendar/workingCalendar.ts';
import type { CommandAnswer } from '../../domain/lifecycle/command.ts';
import type { MeetingCommandPayloads, MeetingCommandType } from '../../domain/meetings/meetingCommand.ts';
import type { MeetingState } from '../../domain/meetings/meetingState.ts';
import { nationalLadders } from '../../domain/policy/nationalLadders.ts';
import { newId } from '../../platform/ids.ts';
import { stageCommand } from '../../store/commands/stageCommand.ts';
import { rebuildMeeting } from '../../store/rebuild/rebuildMeeting.ts';
import { readColumns } from '../../store/projection/writeSet.ts';
import { aPair, aReferral } from '../environment/invented.ts';
import { CaseOnEngine } from '../environment/caseOnEngine.ts';
import { sendForward } from '../environment/sendForward.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { whoMaySend, whoeverMay } from '../environment/whoMaySend.ts';

const police = idOf('agency', 'police');
const coordinator = idOf('practitioner', 'amy.adeyemi');
let product: TestProduct;
let aheadMs = 0;

beforeAll(async () => {
  product = await startWorkerForTest();
}, 60_000);
afterAll(async () => {
  await product.stop();
});

const now = () => instantAt(Date.now() + aheadMs);

async function send<T extends MeetingCommandType>(
  meetingId: string,
  type: T,
  payload: MeetingCommandPayloads[T],
  commandId = newId(),
): Promise<CommandAnswer> {
  const occurred = { at: now(), precision: 'minute' } as const;
  await stageCommand(product.store.prisma, {
    id: commandId,
    actorId: coordinator,
    route: `test/${type}`,
    key: randomUUID(),
    bodyHash: 'test',
    about: 'meeting',
    caseId: meetingId,
    type,
    payload,
    occurred,
    expectedRevision: null,
    stagedAt: now(),
  });
  const options = { about: 'meeting', start: type === 'callMeeting', updateId: commandId, timeoutMs: 30_000 } as const;
  const sent = await product.engine.sendCommand(meetingId, { commandId, type, payload, occurred }, options);
  if (sent === 'pending' || sent === 'gone') throw new Error(`${type} had no answer: ${sent}`);
  return sent;
}

/** Sends the meeting, and everything it has to do with, to a London moment. */
async function goTo(at: string, ids: readonly string[]): Promise<void> {
  const seconds = Math.ceil((epochMs(at) - epochMs(now())) / 1000);
  await sendForward(product.temporalAddress, product.namespace, ids, seconds);
  aheadMs += seconds * 1000;
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`It never came to this: ${what}`);
    await pause(100);
  }
}

const stateOf = (id: string) =>
  product.worker.client.workflow.getHandle(workflowIds.ofMeeting(id)).query<MeetingState>('state');

describe('a meeting on the engine', { timeout: 300_000 }, () => {
  it('is locked, chases, is held and chases its minutes, by its own clock', async () => {
    const meetingId = newId();
    let on = workingDaysAfter(englandAndWales, londonDate(now()), 14).date;
    while (dayOfWeek(on) < 3) on = addDays(on, 1);
    on = workingDaysAfter(englandAndWales, addDays(on, -1), 1).date;
    const { areaId } = aReferral(await aPair(product.store.prisma));
    const sitting = {
      areaId,
      kind: 'extra',
      capacity: null,
      slot: null,
      on,
      startsAt: londonMoment(on, '09:41'),
    } as const;
    expect(await send(meetingId, 'callMeeting', sitting)).toMatchObject({ ok: true });
    const theCase = new CaseOnEngine(product, whoMaySend(whoeverMay, 'gradeRisk'), () => aheadMs);
    await theCase.send('submitReferral', aReferral(await aPair(product.store.prisma)));
    await theCase.send('screenReferral', { outcome: 'accept', adviceId: null });
    const grading = { count: 16, policeGrade: null, judgement: null, reasonId: null };
    await theCase.send('gradeRisk', { ...grading, handoverId: newId(), handOverTo: null });
    if ((await theCase.state()).listing?.meetingId !== meetingId) {
      await theCase.send('takeOffList', { decisionId: newId() });
      await theCase.send('listCase', { meetingId, reasonId: null });
    }
    const both = [workflowIds.ofMeeting(meetingId), theCase.workflowId];

    const { cutOffOn } = await stateOf(meetingId);
    await goTo(londonMoment(addDays(cutOffOn ?? on, 1), '00:05'), both);
    await until('locked', async () => (await stateOf(meetingId)).stage === 'locked');
    expect(Object.keys((await stateOf(meetingId)).requests).length).toBeGreaterThan(0);

    await goTo(londonMoment(on, '10:00'), both);
    const chased = async () =>
      product.store.prisma.rung.findMany({
        where: { caseId: meetingId },
        select: { clockId: true, label: true },
        orderBy: { rung: 'asc' },
      });
    await until('chased', async () => (await chased()).some(({ label }) => label.startsWith('overdueHour')));
    const notices = await product.store.prisma.notice.findMany({ where: { caseId: meetingId, code: 'rung' } });
    expect(new Set(notices.map(({ key }) => key)).size).toBe(notices.length);
    // The agenda has not gone out either, and somebody was told.
    const agenda = await product.store.prisma.clock.findFirstOrThrow({
      where: { caseId: meetingId, kind: 'agendaOut' },
    });
    expect((await chased()).filter(({ clockId }) => clockId === agenda.id).length).toBeGreaterThan(1);

    // Nobody returns anything and nobody takes the cases: the ladder of research climbs by the hour to its end, then by the day.
    await goTo(londonMoment(addDays(on, 1), '12:30'), both);
    const { id: askedId } = await product.store.prisma.clock.findFirstOrThrow({
      where: { caseId: meetingId, kind: 'researchReturn' },
    });
    const labels = [...nationalLadders.research.rungs.map(({ label }) => label), 'daily1'];
    await until('the ladder of research has begun to repeat itself', async () =>
      (await chased()).some(({ clockId, label }) => clockId === askedId && label === 'daily1'),
    );
    const climbed = (await chased()).filter(({ clockId }) => clockId === askedId).map(({ label }) => label);
    expect(climbed.slice(0, labels.length)).toEqual(labels);

    const attendee = { attendeeId: newId(), agencyId: police, practitionerId: coordinator, nameId: null };
    await send(meetingId, 'recordAttendance', { attendees: [{ ...attendee, presence: 'present', signed: true }] });
    const action = {
      actionId: newId(),
      agencyId: police,
      ownerId: null,
      riskCode: 'stalking',
      urgent: false,
      due: null,
    };
    await send(meetingId, 'takeCase', {
      outcome: 'presented',
      caseId: theCase.caseId,
      presentedById: police,
      information: [],
      risks: ['stalking'],
      decisionId: null,
      minuteId: null,
      actions: [{ ...action, contentId: newId() }],
    });
    expect(await send(meetingId, 'concludeMeeting', {})).toMatchObject({ ok: true });
    const concluded = { where: { caseId: meetingId, kind: 'meetingConcluded' } } as const;
    expect(await product.store.prisma.clock.findFirstOrThrow(concluded)).toMatchObject({ outcome: 'met' });
    await until('heard', async () => (await theCase.state()).heard);
    expect(Object.values((await theCase.state()).actions)).toEqual(['open']);

    const minutesOut = { where: { caseId: meetingId, kind: 'minutesOut' } } as const;
    const { overdueAt } = await product.store.prisma.clock.findFirstOrThrow(minutesOut);
    await goTo(instantAt(overdueAt.getTime() + 36 * 3_600_000), both);
    await until('minutes chased', async () => {
      const { rungsFired } = await product.store.prisma.clock.findFirstOrThrow(minutesOut);
      return rungsFired > 0;
    });
    await send(meetingId, 'confirmMinutes', { contentId: null });
    await send(meetingId, 'sendMinutes', {});
    expect(await product.store.prisma.clock.findFirstOrThrow(minutesOut)).toMatchObject({ outcome: 'metLate' });
    expect(await rebuildMeeting(product.store, meetingId, await readColumns(product.store.prisma))).toEqual({
      status: 'same',
    });

    // Started again from what Postgres remembers, it knows what it knew.
    const knew = await stateOf(meetingId);
    const { client } = product.worker;
    const tools = { store: product.store, client, taskQueue: product.taskQueue };
    expect(await restartMeeting(tools, meetingId, 'anyway')).toBe('restarted');
    expect(await stateOf(meetingId)).toEqual(knew);
    expect(await restartMeeting(tools, meetingId, 'ifMissing')).toBe('running');
  });
});
