import { afterEach, describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import type { Actor } from '../../domain/access/actor.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import { newId } from '../../platform/ids.ts';
import { moment } from '../../tests/environment/caseInStore.ts';
import { storeForFile } from '../../tests/environment/storeForFile.ts';
import { whoeverMay } from '../../tests/environment/whoMaySend.ts';
import { meetingExceptions } from '../exceptions/meetingExceptions.ts';
import { leaseNotices } from '../notices/leaseNotices.ts';
import { recordSendings } from '../notices/recordSendings.ts';
import { undeliveredNotices } from '../notices/undelivered.ts';
import { deadlinesCrossed } from '../outages/deadlinesCrossed.ts';
import { recordOutage } from '../outages/recordOutage.ts';
import { actorById } from '../practitioners/actorOf.ts';
import { openTasks } from '../tasks/openTasks.ts';
import { findClock } from './findClock.ts';
import { countClocks, runningClocks } from './overdueClocks.ts';

const idOfPerson = (subject: string) => idOf('practitioner', subject);
const police = idOf('agency', 'police');
const { store, aMeeting, graded } = storeForFile();
// The next test has a meeting of its own, which its cases go to.
afterEach(() => store.prisma.meeting.updateMany({ data: { status: 'cancelled' } }));

async function actor(subject: string): Promise<Actor> {
  const found = await actorById(store.prisma, idOfPerson(subject), '2026-03-20');
  if (!found) throw new Error('Nobody.');
  return found;
}

let minutes = 0;

/** A meeting of Maidstone on Tuesday 24 March with two cases, called so early that they are listed on it. */
async function meetingWithTwo() {
  const meeting = aMeeting();
  minutes += 1;
  const starts = { startsAt: moment(`2026-03-24 09:${10 + minutes}`), on: '2026-03-24' };
  const calling = { areaId: idOf('area', 'maidstone'), kind: 'extra' as const, capacity: null, slot: null, ...starts };
  expect(await meeting.send('callMeeting', calling, '2026-03-01 09:00')).toMatchObject({ ok: true });
  const cases = [await graded('2026-03-02 10:00'), await graded('2026-03-03 10:00')];
  for (const { theCase } of cases) expect(theCase.state.listing?.meetingId).toBe(meeting.meetingId);
  return { meeting, cases };
}

/** What an actor's board shows of a meeting up to a London moment, as kinds of duty. */
async function boardOf(subject: string, meetingId: string, until: string) {
  const rows = await runningClocks(store.prisma, await actor(subject), { overdueBefore: moment(until) }, null, 500);
  return rows.filter((row) => row.meetingId === meetingId).map(({ clock, meetingOn }) => `${clock.kind} ${meetingOn}`);
}

async function tasksOf(subject: string, meetingId: string, until: string) {
  const span = {
    until: moment(until),
    contactUntil: moment(until),
    after: null,
    limit: 500,
    today: until.slice(0, 10),
  };
  const rows = await openTasks(store.prisma, await actor(subject), span);
  return rows.filter((row) => row.meetingId === meetingId).map(({ clock }) => clock.kind);
}

const toldOf = async (meetingId: string, code: string) =>
  (await store.prisma.notice.findMany({ where: { caseId: meetingId, code } })).map(({ recipientId }) => recipientId);

describe('the duties of a meeting', () => {
  it('stand on the boards and among the tasks of those whose they are, before its day and after', async () => {
    const { meeting } = await meetingWithTwo();
    const { meetingId } = meeting;
    // 5 working days before Tuesday 24 March is Tuesday 17 March: late from the 18th on.
    expect(await boardOf('amy.adeyemi', meetingId, '2026-03-17 23:59')).toEqual([]);
    expect(await boardOf('amy.adeyemi', meetingId, '2026-03-18 00:00')).toEqual(['agendaOut 2026-03-24']);
    for (const subject of ['esther.quaye', 'viktor.sandor', 'grace.oyelaran'])
      expect(await boardOf(subject, meetingId, '2026-03-18 00:00'), subject).toEqual(['agendaOut 2026-03-24']);
    for (const subject of ['bruno.castelli', 'quentin.ashby', 'marek.nowak', 'wanda.osei'])
      expect(await boardOf(subject, meetingId, '2026-03-18 00:00'), subject).toEqual([]);

    await meeting.wake('2026-03-13 00:00');
    // 12:00 one working day before.
    expect(await boardOf('quentin.ashby', meetingId, '2026-03-23 12:00')).toEqual(['researchReturn 2026-03-24']);
    // Housing has no part in the case before it is asked.
    expect(await boardOf('owen.tregear', meetingId, '2026-03-23 12:00')).toEqual(['researchReturn 2026-03-24']);
    expect(await tasksOf('quentin.ashby', meetingId, '2026-03-24 00:00')).toEqual(['researchReturn']);
    expect(await tasksOf('amy.adeyemi', meetingId, '2026-03-24 00:00')).toEqual(['agendaOut']);
    expect(await tasksOf('cerys.maddock', meetingId, '2026-03-24 00:00')).toEqual([]);
    const counted = await countClocks(
      store.prisma,
      await actor('quentin.ashby'),
      { agencyId: police, kind: 'researchReturn' },
      { now: moment('2026-03-23 12:00'), soon: moment('2026-03-24 00:00'), upTo: 10 },
    );
    expect(counted).toEqual({ overdue: 1, soon: 0 });

    await meeting.send('sendAgenda', {}, '2026-03-17 10:00');
    expect(await tasksOf('amy.adeyemi', meetingId, '2026-03-24 00:00')).toEqual([]);
  });

  it('say why they are due when they are, and of which meeting', async () => {
    const { meeting } = await meetingWithTwo();
    const [clock] = await store.prisma.clock.findMany({ where: { caseId: meeting.meetingId, kind: 'agendaOut' } });
    const found = await findClock(store.prisma, clock?.id ?? '');
    expect(found).toMatchObject({ reference: null, meetingId: meeting.meetingId, meetingOn: '2026-03-24' });
    expect(found?.ledger.map(({ type }) => type)).toEqual(['clockStarted']);
  });

  it('that were crossed in an outage stand in its ledger', async () => {
    const { meeting } = await meetingWithTwo();
    await recordOutage(store.prisma, { from: moment('2026-03-17 22:00'), until: moment('2026-03-18 03:00') });
    const crossed = async (subject: string) =>
      (await deadlinesCrossed(store.prisma, await actor(subject), { since: null, after: null, limit: 100 }))
        .filter(({ meetingId }) => meetingId === meeting.meetingId)
        .map(({ clock, meetingOn }) => [clock.kind, meetingOn]);
    expect(await crossed('amy.adeyemi')).toEqual([['agendaOut', '2026-03-24']]);
    expect(await crossed('bruno.castelli')).toEqual([]);
  });
});

describe('deny lists and meetings', () => {
  const deny = (personId: string, practitionerId: string) =>
    store.prisma.denyEntry.create({
      data: { id: newId(), personId, practitionerId, enteredById: whoeverMay, enteredAt: new Date() },
    });

  it('a representative who must see none of the cases is passed over, at once and when the duty falls due', async () => {
    const { meeting: alone, cases: both } = await meetingWithTwo();
    for (const { pair } of both) await deny(pair.victimId, idOfPerson('quentin.ashby'));
    await alone.wake('2026-03-13 00:00');
    expect(await toldOf(alone.meetingId, 'researchAsked')).not.toContain(idOfPerson('quentin.ashby'));
    expect(await toldOf(alone.meetingId, 'researchAsked')).toContain(idOfPerson('stefan.lindqvist'));
    await alone.wake('2026-03-23 13:00');
    expect(await toldOf(alone.meetingId, 'rung')).not.toContain(idOfPerson('quentin.ashby'));
    expect(await toldOf(alone.meetingId, 'rung')).toContain(idOfPerson('stefan.lindqvist'));
  });

  it('one hidden case among others brings in the next who may see it, beside the representative', async () => {
    const { meeting: mixed, cases } = await meetingWithTwo();
    await deny(cases[0]?.pair.perpetratorId ?? '', idOfPerson('quentin.ashby'));
    await mixed.wake('2026-03-13 00:00');
    const told = await toldOf(mixed.meetingId, 'researchAsked');
    expect(told).toContain(idOfPerson('quentin.ashby'));
    expect(told).toContain(idOfPerson('stefan.lindqvist'));
  });

  it('a message that waited is not sent to whom every case was hidden meanwhile', async () => {
    const { meeting, cases } = await meetingWithTwo();
    await meeting.wake('2026-03-13 00:00');
    const quentin = idOfPerson('quentin.ashby');
    const denied = async () =>
      (await leaseNotices(store.prisma, moment('2026-03-13 01:00'), 1_000, 1)).filter(
        ({ meeting: about, recipient, data }) =>
          about?.meetingId === meeting.meetingId && recipient?.denied && data?.code === 'researchAsked',
      ).length;
    expect(await denied()).toBe(0);
    await deny(cases[0]?.pair.victimId ?? '', quentin);
    await store.prisma.notice.updateMany({ data: { leasedUntil: null } });
    expect(await denied()).toBe(0);
    await deny(cases[1]?.pair.victimId ?? '', quentin);
    await store.prisma.notice.updateMany({ data: { leasedUntil: null } });
    expect(await denied()).toBe(1);
  });
});

describe('what is stuck with a meeting', () => {
  it('is a message about it that did not get through: shown with the meeting, in its area alone', async () => {
    const { meeting } = await meetingWithTwo();
    await meeting.wake('2026-03-13 00:00');
    const notice = await store.prisma.notice.findFirstOrThrow({ where: { caseId: meeting.meetingId } });
    await recordSendings(store.prisma, [{ id: notice.id, outcome: 'undelivered', error: 'REFUSED' }]);
    const seenBy = async (subject: string) =>
      (await undeliveredNotices(store.prisma, await actor(subject), { after: null, limit: 100 })).filter(
        ({ id }) => id === notice.id,
      );
    const shown = { meeting: { meetingId: meeting.meetingId, on: '2026-03-24' }, reference: null };
    expect(await seenBy('amy.adeyemi')).toMatchObject([{ ...shown, areaId: idOf('area', 'maidstone') }]);
    expect(await seenBy('bruno.castelli')).toEqual([]);
  });

  it('is a duty of which nobody on its ladder could be told, and something that could not be recorded', async () => {
    const { meeting } = await meetingWithTwo();
    const { meetingId } = meeting;
    const stuck = async (subject: string, now = '2026-03-24 23:59') =>
      (await meetingExceptions(store.prisma, await actor(subject), null, moment(now), 100))
        .filter((each) => each.meetingId === meetingId)
        .map(({ kind }) => kind);
    expect(await stuck('amy.adeyemi')).toEqual([]);
    await store.prisma.meeting.update({ where: { id: meetingId }, data: { parked: true } });
    const clock = await store.prisma.clock.findFirstOrThrow({ where: { caseId: meetingId, kind: 'agendaOut' } });
    const { round } = clock.data as unknown as Clock;
    const nobody = { id: newId(), caseId: meetingId, clockId: clock.id, round, rung: 0, label: 'dueDay', noted: [] };
    const times = { firedAt: new Date(), plannedAt: new Date() };
    await store.prisma.rung.create({ data: { ...nobody, ...times, about: 'meeting', recipients: [] } });
    await store.prisma.clock.update({ where: { id: clock.id }, data: { rungsFired: 1 } });
    expect((await stuck('amy.adeyemi')).toSorted()).toEqual(['nobodyToTell', 'parked']);
    expect(await stuck('bruno.castelli')).toEqual([]);
  });

  it('is a meeting that nobody concluded, from the day after it until it is cancelled or held', async () => {
    const { meeting, cases } = await meetingWithTwo();
    const { meetingId } = meeting;
    const stuck = async (subject: string, now: string) =>
      (await meetingExceptions(store.prisma, await actor(subject), null, moment(now), 100)).filter(
        (each) => each.meetingId === meetingId,
      );
    await meeting.wake('2026-03-13 00:00');
    await meeting.send('sendAgenda', {}, '2026-03-17 10:00');
    expect(await stuck('amy.adeyemi', '2026-03-24 23:59')).toEqual([]);
    const left = { kind: 'notConcluded', on: '2026-03-24', since: moment('2026-03-25 00:00') };
    expect(await stuck('amy.adeyemi', '2026-03-25 00:00')).toMatchObject([left]);
    expect(await stuck('bruno.castelli', '2026-03-25 00:00')).toEqual([]);
    // One working day after Tuesday 24 March: late from Thursday on, and it is not over with its year.
    expect(await boardOf('amy.adeyemi', meetingId, '2026-03-25 23:59')).not.toContain('meetingConcluded 2026-03-24');
    expect(await boardOf('amy.adeyemi', meetingId, '2026-03-26 00:00')).toContain('meetingConcluded 2026-03-24');
    expect(await tasksOf('amy.adeyemi', meetingId, '2026-03-26 00:00')).toContain('meetingConcluded');
    await meeting.wake('2027-04-01 10:00');
    expect(await stuck('amy.adeyemi', '2027-04-01 10:00')).toMatchObject([left]);
    expect(cases.map(({ theCase }) => theCase.state.stage)).toEqual(['listed', 'listed']);

    await meeting.send('cancelMeeting', { reasonId: null }, '2027-04-01 11:00');
    expect(await stuck('amy.adeyemi', '2027-04-01 11:00')).toEqual([]);
    expect(await boardOf('amy.adeyemi', meetingId, '2027-05-01 00:00')).toEqual([]);
  });
});
