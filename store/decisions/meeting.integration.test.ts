import { describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import { newId } from '../../platform/ids.ts';
import { moment } from '../../tests/environment/caseInStore.ts';
import { anAction } from '../../tests/environment/invented.ts';
import { meetingStories } from '../../tests/environment/meetingStories.ts';
import { storeForFile } from '../../tests/environment/storeForFile.ts';
import { unresolvedCausedBy } from '../commands/findCommand.ts';
import { brokenLink } from '../rebuild/brokenLink.ts';
import { readRecord } from '../rebuild/readRecord.ts';

const police = idOf('agency', 'police');
const file = storeForFile(6);
const { store, graded } = file;
const { called, hear } = meetingStories(file);

const clocksOf = async (meetingId: string, kind: string) =>
  (await store.prisma.clock.findMany({ where: { caseId: meetingId, kind }, orderBy: { id: 'asc' } })).map((clock) => ({
    overdueAt: clock.overdueAt.toISOString(),
    status: clock.status,
    outcome: clock.outcome,
    rungs: clock.rungsFired,
  }));

const present = (agencyId: string, signed = true) => ({
  attendeeId: newId(),
  agencyId,
  practitionerId: null,
  nameId: null,
  presence: 'present' as const,
  signed,
});

const presented = (caseId: string, more = {}) => ({
  outcome: 'presented' as const,
  caseId,
  presentedById: police,
  information: [],
  risks: ['physicalHarm'],
  decisionId: null,
  minuteId: null,
  actions: [],
  ...more,
});

describe('a meeting from its calling to its minutes', () => {
  it('locks its list, asks each agency once, chases, is held, tells its cases, and sends its minutes', async () => {
    const { meeting } = await called('2026-03-24 09:30', '2026-03-01 09:00');
    const cases = [(await graded('2026-03-02 10:00')).theCase, (await graded('2026-03-03 10:00')).theCase] as const;
    for (const each of cases) expect(each.state.listing?.meetingId).toBe(meeting.meetingId);
    // 5 working days before Tuesday 24 March: Tuesday 17 March; overdue from the day after.
    expect(await clocksOf(meeting.meetingId, 'agendaOut')).toMatchObject([{ overdueAt: moment('2026-03-18 00:00') }]);
    // One working day after it: Wednesday 25 March.
    const concluded = () => clocksOf(meeting.meetingId, 'meetingConcluded');
    expect(await concluded()).toMatchObject([{ overdueAt: moment('2026-03-26 00:00'), outcome: null }]);

    // 8 working days before: Thursday 12 March is the last day on which a case is listed.
    await meeting.wake('2026-03-12 23:59');
    expect(meeting.state.stage).toBe('planned');
    await meeting.wake('2026-03-13 00:00');
    expect(meeting.state.stage).toBe('locked');
    const requests = await store.prisma.researchRequest.findMany({ where: { meetingId: meeting.meetingId } });
    expect(requests.map(({ caseIds }) => caseIds.length)).toEqual(requests.map(() => 2));
    expect(new Set(requests.map(({ agencyId }) => agencyId)).size).toBe(requests.length);
    expect(requests.map(({ agencyId }) => agencyId)).toContain(police);

    const { theCase: late } = await graded('2026-03-16 10:00');
    expect(late.state.listing?.meetingId).not.toBe(meeting.meetingId);
    const { meetingId } = meeting;
    const refused = await late.send('listCase', { meetingId, reasonId: null }, '2026-03-16 10:30');
    expect(refused).toMatchObject({ ok: false });
    const admission = newId();
    const bring = { meetingId, reasonId: newId() };
    await late.send('admitLate', bring, '2026-03-16 11:00', { commandId: admission });
    expect(late.state.listing?.meetingId).toBe(meetingId);
    const [told] = await unresolvedCausedBy(store.prisma, admission);
    expect(told).toMatchObject({ about: 'meeting', caseId: meetingId, type: 'admitCase' });
    await meeting.decide(told?.id ?? '', 'admitCase', { caseId: late.caseId }, '2026-03-16 11:01');
    const asked = await store.prisma.researchRequest.findMany({ where: { meetingId } });
    expect(asked.map(({ caseIds }) => caseIds.length)).toEqual(requests.map(() => 3));

    const nothing = { agencyId: police, result: 'nothingKnown', contentId: null } as const;
    for (const { caseId } of [...cases, late])
      await meeting.send('returnResearch', { ...nothing, caseId }, '2026-03-18 10:00');
    const stranger = { ...nothing, agencyId: idOf('agency', 'fire'), caseId: late.caseId };
    expect(await meeting.send('returnResearch', stranger, '2026-03-18 10:00')).toMatchObject({ code: 'NOT_ASKED' });
    // 12:00 one working day before: Monday 23 March. Whoever has answered is not chased.
    await meeting.wake('2026-03-23 13:00');
    const chased = await clocksOf(meetingId, 'researchReturn');
    expect(chased.filter(({ outcome }) => outcome === 'met')).toHaveLength(1);
    for (const clock of chased) expect(clock.overdueAt).toBe(moment('2026-03-23 12:00'));
    for (const clock of chased.filter(({ status }) => status === 'running')) expect(clock.rungs).toBeGreaterThan(0);

    await meeting.send('sendAgenda', {}, '2026-03-17 15:00');
    const day = '2026-03-24 12:00';
    expect(await meeting.send('concludeMeeting', {}, '2026-03-23 12:00')).toMatchObject({ code: 'MEETING_NOT_YET' });
    expect(await meeting.send('confirmMinutes', { contentId: null }, day)).toMatchObject({ code: 'MEETING_NOT_HELD' });
    expect(await meeting.send('concludeMeeting', {}, day)).toMatchObject({ code: 'ATTENDANCE_MISSING' });
    await meeting.send('recordAttendance', { attendees: [present(police, false)] }, day);
    expect(await meeting.send('concludeMeeting', {}, day)).toMatchObject({ code: 'CONFIDENTIALITY_NOT_SIGNED' });
    await meeting.send('recordAttendance', { attendees: [present(police)] }, day);
    expect(await meeting.send('concludeMeeting', {}, day)).toMatchObject({ code: 'CASES_NOT_TAKEN' });
    const [first, second] = cases;
    const untied = presented(first.caseId, { actions: [anAction({ riskCode: 'finances' })] });
    expect(await meeting.send('takeCase', untied, day)).toMatchObject({ code: 'ACTION_WITHOUT_RISK' });
    await meeting.send('takeCase', presented(first.caseId), day);
    // Taken again: what was recorded last counts.
    await meeting.send('takeCase', presented(first.caseId, { actions: [anAction()] }), day);
    await meeting.send('takeCase', presented(second.caseId), day);
    const deferral = { outcome: 'deferred', because: 'nobodyCouldBrief', reasonId: newId() } as const;
    await meeting.send('takeCase', { ...deferral, caseId: late.caseId }, day);
    const conclusion = newId();
    expect(await meeting.send('concludeMeeting', {}, day, conclusion)).toMatchObject({ ok: true });

    for (const each of [...cases, late]) expect(await hear(each, conclusion, '2026-03-24 12:05')).toBe(1);
    for (const each of [...cases, late]) expect(await hear(each, conclusion, '2026-03-24 12:06')).toBe(0);
    expect([first.state.heard, second.state.heard, late.state.heard]).toEqual([true, true, false]);
    expect(Object.values(first.state.actions)).toEqual(['open']);
    expect(late.state.deferrals).toBe(1);
    expect(late.state.listing?.meetingId).not.toBe(meetingId);

    const row = await store.prisma.meeting.findUniqueOrThrow({ where: { id: meetingId } });
    expect(row).toMatchObject({ status: 'held', quorate: false });
    expect(row.missingServices).not.toContain('police');
    const silent = await store.prisma.researchRequest.findMany({ where: { meetingId, NOT: { agencyId: police } } });
    for (const { silentOn } of silent) expect(silentOn).toHaveLength(3);

    // 3 working days after Tuesday 24 March: Friday 27 March.
    expect(await clocksOf(meetingId, 'minutesOut')).toMatchObject([{ overdueAt: moment('2026-03-28 00:00') }]);
    expect(await meeting.send('sendMinutes', {}, '2026-03-26 10:00')).toMatchObject({ code: 'MINUTES_NOT_CONFIRMED' });
    await meeting.send('confirmMinutes', { contentId: newId() }, '2026-03-26 10:00');
    await meeting.send('sendMinutes', {}, '2026-03-26 11:00');
    expect(await clocksOf(meetingId, 'minutesOut')).toMatchObject([{ outcome: 'met' }]);
    await meeting.send('correctMinutes', { reasonId: newId(), contentId: newId() }, '2026-04-01 10:00');
    const versions = await store.prisma.meetingMinutes.findMany({ where: { meetingId }, orderBy: { version: 'asc' } });
    expect(versions.map(({ version }) => version)).toEqual([1, 2]);
    const end = await store.prisma.meeting.findUniqueOrThrow({ where: { id: meetingId } });
    expect(brokenLink(await readRecord(store.prisma, meetingId), end)).toBeNull();
  });
});

describe('an emergency meeting', () => {
  it('is convened within two working days, asks within 24 hours, and its actions are for the same day', async () => {
    // Friday: the second working day after is Tuesday.
    const tooLate = await called('2026-03-11 10:00', '2026-03-06 10:00', 'emergency');
    expect(tooLate.answer).toMatchObject({ code: 'EMERGENCY_TOO_LATE' });
    const { meeting, answer } = await called('2026-03-10 10:00', '2026-03-06 10:00', 'emergency');
    expect(answer).toMatchObject({ ok: true });
    const { theCase } = await graded('2026-03-06 11:00');
    expect(theCase.state.listing?.meetingId).not.toBe(meeting.meetingId);
    const { meetingId } = meeting;
    const calling = newId();
    await theCase.send('callToEmergency', { meetingId, reasonId: newId() }, '2026-03-06 12:00', { commandId: calling });
    const [told] = await unresolvedCausedBy(store.prisma, calling);
    await meeting.decide(told?.id ?? '', 'admitCase', { caseId: theCase.caseId }, '2026-03-06 12:00');
    for (const clock of await clocksOf(meetingId, 'researchReturn'))
      expect(clock.overdueAt).toBe(moment('2026-03-07 12:00'));
    await meeting.send('recordAttendance', { attendees: [present(police)] }, '2026-03-10 11:00');
    await meeting.send('takeCase', presented(theCase.caseId, { actions: [anAction()] }), '2026-03-10 11:00');
    const conclusion = newId();
    await meeting.send('concludeMeeting', {}, '2026-03-10 11:30', conclusion);
    await hear(theCase, conclusion, '2026-03-10 11:31');
    const [clock] = await store.prisma.clock.findMany({ where: { caseId: theCase.caseId, kind: 'action' } });
    expect(clock?.overdueAt.toISOString()).toBe(moment('2026-03-11 00:00'));
  });
});
