import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import type { CommandPayloads, CommandType } from '../../domain/lifecycle/command.ts';
import { newId } from '../../platform/ids.ts';
import { CaseInStore, moment } from '../../tests/environment/caseInStore.ts';
import { aPair, aReferral } from '../../tests/environment/invented.ts';
import { MeetingInStore } from '../../tests/environment/meetingInStore.ts';
import { type SeededStore, seededStore } from '../../tests/environment/seededStore.ts';
import { unresolvedCausedBy } from '../commands/findCommand.ts';
import type { Store } from '../prismaClient.ts';
import { brokenLink } from '../rebuild/brokenLink.ts';
import { rebuildReadModel } from '../rebuild/rebuildReadModel.ts';
import { readColumns } from '../projection/writeSet.ts';
import { readRecord } from '../rebuild/readRecord.ts';
import type { RecordingTools } from './recordInMatter.ts';

const coordinator = idOf('practitioner', 'nobody');
const police = idOf('agency', 'police');
let seeded: SeededStore;
let store: Store;
let tools: RecordingTools;

beforeAll(async () => {
  seeded = await seededStore(6);
  ({ store, tools } = seeded);
});
afterAll(() => seeded?.end());

async function graded(at: string) {
  const theCase = new CaseInStore(store, tools, coordinator);
  await theCase.send('submitReferral', aReferral(await aPair(store.prisma)), at);
  await theCase.send('screenReferral', { outcome: 'accept', adviceId: null }, at);
  const grading = { count: 16, policeGrade: null, judgement: null, reasonId: null };
  await theCase.send('gradeRisk', { ...grading, handoverId: newId(), handOverTo: null }, at);
  return theCase;
}

/** A meeting in the area that invented referrals go to, at a London moment. */
async function called(startsAt: string, at: string, kind: 'extra' | 'emergency' = 'extra') {
  const meeting = new MeetingInStore(store, tools, coordinator);
  const { areaId } = aReferral(await aPair(store.prisma));
  const starts = { startsAt: moment(startsAt), on: londonDate(moment(startsAt)) };
  const answer = await meeting.send('callMeeting', { areaId, kind, capacity: null, slot: null, ...starts }, at);
  return { meeting, answer };
}

/** Lets a case decide the follow-ups that are staged for it. */
async function hear(theCase: CaseInStore, causeId: string, at: string) {
  const waiting = (await unresolvedCausedBy(store.prisma, causeId)).filter((each) => each.caseId === theCase.caseId);
  for (const { id, type, payload, occurred } of waiting) {
    const told = payload as CommandPayloads[CommandType];
    await theCase.decide(id, type as CommandType, told, { occurred, now: moment(at) });
  }
  return waiting.length;
}

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

const action = (riskCode = 'physicalHarm') => ({
  actionId: newId(),
  agencyId: police,
  ownerId: null,
  riskCode,
  urgent: false,
  due: null,
  contentId: newId(),
});

const agenciesAsked = async (meetingId: string) =>
  (await store.prisma.researchRequest.findMany({ where: { meetingId }, orderBy: { agencyId: 'asc' } })).map(
    ({ agencyId }) => agencyId,
  );
const partsInResearch = async (caseId: string) =>
  (await store.prisma.caseAgency.findMany({ where: { caseId, part: 'research' }, orderBy: { agencyId: 'asc' } })).map(
    ({ agencyId }) => agencyId,
  );

describe('research for a meeting', () => {
  it('is asked of every agency that comes to it, which has a part in the case from then on', async () => {
    const housing = idOf('agency', 'housing');
    const { meeting } = await called('2026-05-19 09:30', '2026-04-20 09:00');
    const theCase = await graded('2026-04-29 10:00');
    await theCase.send('listCase', { meetingId: meeting.meetingId, reasonId: null }, '2026-04-29 11:00');
    expect(await partsInResearch(theCase.caseId)).toEqual([]);
    await meeting.wake('2026-05-09 00:00');
    const asked = await agenciesAsked(meeting.meetingId);
    expect(asked).toEqual(expect.arrayContaining([police, housing]));
    expect(await partsInResearch(theCase.caseId)).toEqual(asked);
    // What a meeting gave, the rebuilding of the case leaves alone.
    const columnsOf = await readColumns(store.prisma);
    expect(await rebuildReadModel(store, theCase.caseId, columnsOf)).toEqual({ status: 'same' });
    expect(await partsInResearch(theCase.caseId)).toEqual(asked);
  });

  it('is asked only of those with a part in the case, where the area goes by that', async () => {
    const { meeting } = await called('2026-07-14 09:30', '2026-06-15 09:00');
    const theCase = await graded('2026-06-24 10:00');
    await theCase.send('listCase', { meetingId: meeting.meetingId, reasonId: null }, '2026-06-24 11:00');
    const patch = { meeting: { researchAskedOf: { value: 'withAPart', source: 'a test' } } };
    const entry = { id: newId(), version: 'part-alone', source: 'a test', enteredAt: new Date() };
    await store.prisma.areaPolicyEntry.create({ data: { ...entry, patch, effectiveFrom: new Date('2026-07-01') } });
    await meeting.wake('2026-07-03 00:00');
    const { idvaServiceId } = await store.prisma.case.findUniqueOrThrow({ where: { id: theCase.caseId } });
    expect(await agenciesAsked(meeting.meetingId)).toEqual([police, idvaServiceId].toSorted());
  });
});

describe('a meeting from its calling to its minutes', () => {
  it('locks its list, asks each agency once, chases, is held, tells its cases, and sends its minutes', async () => {
    const { meeting } = await called('2026-03-24 09:30', '2026-03-01 09:00');
    const cases = [await graded('2026-03-02 10:00'), await graded('2026-03-03 10:00')];
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

    const late = await graded('2026-03-16 10:00');
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
    const [first, second] = cases as [CaseInStore, CaseInStore];
    const untied = presented(first.caseId, { actions: [action('finances')] });
    expect(await meeting.send('takeCase', untied, day)).toMatchObject({ code: 'ACTION_WITHOUT_RISK' });
    await meeting.send('takeCase', presented(first.caseId), day);
    // Taken again: what was recorded last counts.
    await meeting.send('takeCase', presented(first.caseId, { actions: [action()] }), day);
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

describe('a meeting that does not take place as planned', () => {
  it('is cancelled, and all its cases are listed again elsewhere', async () => {
    const { meeting } = await called('2026-06-16 09:30', '2026-05-12 09:00');
    const { areaId } = aReferral(await aPair(store.prisma));
    const theCase = await graded('2026-05-27 10:00');
    const listedOn = theCase.state.listing?.meetingId;
    if (listedOn !== meeting.meetingId) {
      const to = { meetingId: meeting.meetingId, reasonId: newId() };
      await theCase.send('admitLate', to, '2026-05-27 11:00');
    }
    const cancelling = newId();
    await meeting.send('cancelMeeting', { reasonId: newId() }, '2026-05-28 09:00', cancelling);
    expect(await hear(theCase, cancelling, '2026-05-28 09:01')).toBe(1);
    expect(theCase.state.listing?.meetingId).toBeTypeOf('string');
    expect(theCase.state.listing?.meetingId).not.toBe(meeting.meetingId);
    expect(await store.prisma.listing.count({ where: { meetingId: meeting.meetingId, status: 'listed' } })).toBe(0);
    expect(areaId).toBeTypeOf('string');
  });

  it('moves with its cases to another day, and keeps them', async () => {
    const { meeting } = await called('2026-09-22 09:30', '2026-08-03 09:00');
    const theCase = await graded('2026-08-25 10:00');
    const to = { meetingId: meeting.meetingId, reasonId: newId() };
    if (theCase.state.listing?.meetingId !== meeting.meetingId) await theCase.send('admitLate', to, '2026-08-25 11:00');
    const moving = newId();
    const later = { startsAt: moment('2026-09-24 13:00'), on: '2026-09-24', reasonId: newId() };
    expect(await meeting.send('moveMeeting', later, '2026-08-27 09:00', moving)).toMatchObject({ ok: true });
    await hear(theCase, moving, '2026-08-27 09:01');
    expect(theCase.state.listing).toMatchObject({ meetingId: meeting.meetingId, meetingOn: '2026-09-24' });
  });
});

describe('the agencies of a meeting', () => {
  const toldOf = async (meetingId: string, code: string) =>
    (await store.prisma.notice.findMany({ where: { caseId: meetingId, code }, orderBy: { recipientId: 'asc' } })).map(
      ({ recipientId }) => recipientId,
    );

  it('are invited once, and told of a move and a cancellation once each, the same people every time', async () => {
    const { meeting } = await called('2026-10-20 14:00', '2026-09-20 09:00');
    const { meetingId } = meeting;
    const invited = await toldOf(meetingId, 'meetingInvited');
    // Owen represents housing in every area, Kwame manages another area's service.
    expect(invited).toContain(idOf('practitioner', 'owen.tregear'));
    expect(invited).not.toContain(idOf('practitioner', 'kwame.boateng'));
    expect(new Set(invited).size).toBe(invited.length);
    expect(await meeting.send('inviteAgencies', {}, '2026-09-21 09:00')).toMatchObject({ code: 'ALREADY_INVITED' });

    const to = { startsAt: moment('2026-10-27 14:00'), on: '2026-10-27', reasonId: null };
    await meeting.send('moveMeeting', to, '2026-09-22 09:00');
    expect(await toldOf(meetingId, 'meetingMoved')).toEqual(invited);
    await meeting.send('cancelMeeting', { reasonId: null }, '2026-09-23 09:00');
    expect(await toldOf(meetingId, 'meetingCancelled')).toEqual(invited);
    const row = await store.prisma.meeting.findUniqueOrThrow({ where: { id: meetingId } });
    expect(row.sequence, 'a calendar takes the highest it has seen').toBe(2);
  });

  it('that were not invited yet hear of the day alone on which it then is', async () => {
    const meeting = new MeetingInStore(store, tools, coordinator);
    const { areaId } = aReferral(await aPair(store.prisma));
    const sitting = { startsAt: moment('2026-11-17 14:00'), on: '2026-11-17' };
    const payload = { areaId, kind: 'ordinary', capacity: null, slot: 'test/2026-11', ...sitting } as const;
    await meeting.send('callMeeting', payload, '2026-06-01 09:00');
    const to = { startsAt: moment('2026-11-18 14:00'), on: '2026-11-18', reasonId: null };
    await meeting.send('moveMeeting', to, '2026-06-02 09:00');
    expect(await store.prisma.notice.count({ where: { caseId: meeting.meetingId } })).toBe(0);
    await meeting.send('inviteAgencies', {}, '2026-10-21 04:00');
    expect(await toldOf(meeting.meetingId, 'meetingInvited')).not.toEqual([]);
  });
});

describe('an emergency meeting', () => {
  it('is convened within two working days, asks within 24 hours, and its actions are for the same day', async () => {
    // Friday: the second working day after is Tuesday.
    const tooLate = await called('2026-03-11 10:00', '2026-03-06 10:00', 'emergency');
    expect(tooLate.answer).toMatchObject({ code: 'EMERGENCY_TOO_LATE' });
    const { meeting, answer } = await called('2026-03-10 10:00', '2026-03-06 10:00', 'emergency');
    expect(answer).toMatchObject({ ok: true });
    const theCase = await graded('2026-03-06 11:00');
    expect(theCase.state.listing?.meetingId).not.toBe(meeting.meetingId);
    const { meetingId } = meeting;
    const calling = newId();
    await theCase.send('callToEmergency', { meetingId, reasonId: newId() }, '2026-03-06 12:00', { commandId: calling });
    const [told] = await unresolvedCausedBy(store.prisma, calling);
    await meeting.decide(told?.id ?? '', 'admitCase', { caseId: theCase.caseId }, '2026-03-06 12:00');
    for (const clock of await clocksOf(meetingId, 'researchReturn'))
      expect(clock.overdueAt).toBe(moment('2026-03-07 12:00'));
    await meeting.send('recordAttendance', { attendees: [present(police)] }, '2026-03-10 11:00');
    await meeting.send('takeCase', presented(theCase.caseId, { actions: [action()] }), '2026-03-10 11:00');
    const conclusion = newId();
    await meeting.send('concludeMeeting', {}, '2026-03-10 11:30', conclusion);
    await hear(theCase, conclusion, '2026-03-10 11:31');
    const [clock] = await store.prisma.clock.findMany({ where: { caseId: theCase.caseId, kind: 'action' } });
    expect(clock?.overdueAt.toISOString()).toBe(moment('2026-03-11 00:00'));
  });
});
