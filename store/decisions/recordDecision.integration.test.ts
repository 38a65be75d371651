import { describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { newId } from '../../platform/ids.ts';
import { moment } from '../../tests/environment/caseInStore.ts';
import { aGrading, anAction, aPair, aReferral } from '../../tests/environment/invented.ts';
import { storeForFile } from '../../tests/environment/storeForFile.ts';
import { caseExceptions } from '../exceptions/caseExceptions.ts';
import { hashOf } from './appendFacts.ts';
import { recordDecision } from './recordDecision.ts';
import { whoeverMay } from '../../tests/environment/whoMaySend.ts';

const { store, seeded, aCase, received, graded } = storeForFile(6);

const asRepeat = { route: 'repeat', assessment: null } as const;
const clocksOf = (caseId: string) => store.prisma.clock.findMany({ where: { caseId }, orderBy: { id: 'asc' } });

describe('recording decisions', () => {
  it('starts the clocks of a referral with the dates of the area’s policy', async () => {
    const { theCase } = await received();
    const clocks = await clocksOf(theCase.caseId);
    expect(clocks.map(({ kind, overdueAt }) => [kind, overdueAt.toISOString()]).sort()).toEqual([
      ['firstContact', moment('2026-03-05 00:00')],
      ['screen', moment('2026-03-04 00:00')],
    ]);
    expect(await store.prisma.case.findUnique({ where: { id: theCase.caseId } })).toMatchObject({
      stage: 'received',
      seq: 3,
    });
  });

  it('lists a graded case on the first meeting whose cut-off has not passed', async () => {
    const { theCase } = await graded();
    const row = await store.prisma.case.findUniqueOrThrow({ where: { id: theCase.caseId } });
    expect(row).toMatchObject({ stage: 'listed', grade: 'high' });
    const meeting = await store.prisma.meeting.findUniqueOrThrow({ where: { id: row.meetingId ?? '' } });
    expect(meeting.cutOffOn >= new Date('2026-03-02')).toBe(true);
    const earlier = await store.prisma.meeting.count({
      where: { areaId: row.areaId, cutOffOn: { gte: new Date('2026-03-02') }, onDate: { lt: meeting.onDate } },
    });
    expect(earlier).toBe(0);
  });

  it('gives a repeated attempt the answer of the first and records nothing twice', async () => {
    const { theCase } = await received();
    const commandId = newId();
    const before = structuredClone(theCase.state);
    const now = moment('2026-03-02 11:00');
    const answer = await theCase.send('setAction', anAction(), '2026-03-02 11:00', { commandId });
    const again = await recordDecision(
      store,
      {
        caseId: theCase.caseId,
        epoch: 1,
        version: before.version,
        commandId,
        commandType: 'setAction',
        occurred: { at: now, precision: 'minute' },
        recordedAt: now,
        decision: { ok: false, code: 'CASE_FROZEN' },
      },
      seeded().tools,
    );
    expect(again).toMatchObject({ status: 'recorded', answer });
    expect(await store.prisma.action.count({ where: { caseId: theCase.caseId } })).toBe(1);
  });

  it('tells a workflow that fell behind what it missed, and records its decision once it has caught up', async () => {
    const { theCase } = await received();
    const stale = structuredClone(theCase.state);
    await theCase.send('setAction', anAction(), '2026-03-02 11:00');
    theCase.state = stale;
    expect(await theCase.send('setAction', anAction(), '2026-03-02 11:05')).toMatchObject({ ok: true });
    expect(Object.keys(theCase.state.actions)).toHaveLength(2);
  });

  it('chains every fact of a case to the one before', async () => {
    const { theCase } = await graded();
    const events = await store.prisma.auditEvent.findMany({
      where: { caseId: theCase.caseId },
      orderBy: { seq: 'asc' },
    });
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    let previous = '';
    for (const { hash, about, ...event } of events) {
      // A case goes without saying: chains from before there was anything else hold.
      expect(about).toBe('case');
      const { occurredAt, recordedAt, ...rest } = event;
      const told = { ...rest, occurredAt: occurredAt.toISOString(), recordedAt: recordedAt.toISOString() };
      expect(event.previousHash).toBe(previous);
      expect(hashOf(told)).toBe(hash);
      previous = hash;
    }
  });

  it('dates nothing before what was recorded first, even where the clock of the second writer is behind', async () => {
    const { theCase } = await received();
    const action = anAction();
    await theCase.does('setAction', action, '2026-03-02 11:30');
    const { state } = theCase;
    await theCase.send('completeAction', { actionId: action.actionId, noteId: null }, '2026-03-02 11:20');
    const where = { caseId: theCase.caseId, seq: { gte: state.version } };
    const events = await store.prisma.auditEvent.findMany({ where, orderBy: { seq: 'asc' } });
    const [before, ...after] = events.map((event) => [event.recordedAt.toISOString(), event.occurredAt.toISOString()]);
    expect(before).toEqual([moment('2026-03-02 11:30'), moment('2026-03-02 11:30')]);
    expect(after).not.toEqual([]);
    for (const event of after) expect(event).toEqual([moment('2026-03-02 11:30'), moment('2026-03-02 11:20')]);
  });

  it('does not let the application change or remove what was recorded', async () => {
    const { theCase } = await received();
    await expect(
      store.prisma.auditEvent.updateMany({ where: { caseId: theCase.caseId }, data: { type: 'caseClosed' } }),
    ).rejects.toThrow();
    await expect(store.prisma.auditEvent.deleteMany({ where: { caseId: theCase.caseId } })).rejects.toThrow();
  });

  it('refuses a change of something that somebody else changed meanwhile', async () => {
    const { theCase } = await received();
    const answer = await theCase.send('gradeRisk', aGrading(), '2026-03-02 11:00', { expectedRevision: 1 });
    expect(answer).toMatchObject({ ok: false });
    await theCase.does('screenReferral', { outcome: 'accept', adviceId: null }, '2026-03-02 11:00');
    const late = await theCase.send('gradeRisk', aGrading(), '2026-03-02 11:10', { expectedRevision: 1 });
    expect(late).toEqual({ ok: false, code: 'CHANGED_MEANWHILE' });
  });

  it('lists a repeat of an accepted referral within twelve months at once, with its last plan to review', async () => {
    const { theCase, pair } = await graded();
    const { theCase: repeat } = await received('2026-05-11 09:30', { ...pair, ...asRepeat });
    const row = await store.prisma.case.findUniqueOrThrow({ where: { id: repeat.caseId } });
    expect(row).toMatchObject({ stage: 'listed', repeatOfId: theCase.caseId });
    expect((await clocksOf(repeat.caseId)).map(({ kind }) => kind)).toContain('planReview');
  });

  it('knows a repeat in the morning of a referral of which only the day is known', async () => {
    const pair = await aPair(store.prisma);
    const occurred = { at: moment('2026-05-11 12:00'), precision: 'day' } as const;
    const byTheDay = await aCase().does('submitReferral', aReferral(pair), '2026-05-11 08:00', { occurred });
    await byTheDay.does('screenReferral', { outcome: 'accept', adviceId: null }, '2026-05-11 08:30');
    const { theCase: again } = await received('2026-05-11 09:30', { ...pair, ...asRepeat });
    const row = await store.prisma.case.findUniqueOrThrow({ where: { id: again.caseId } });
    expect(row).toMatchObject({ stage: 'listed', repeatOfId: byTheDay.caseId });
  });

  it('does not call a referral after the flag a repeat', async () => {
    const { pair } = await graded();
    const { theCase: later } = await received('2027-03-03 09:30', pair);
    expect(await store.prisma.case.findUnique({ where: { id: later.caseId } })).toMatchObject({ repeatOfId: null });
  });

  it('fires the highest rung that was missed, once, and notes the ones below', async () => {
    const { theCase } = await received();
    await theCase.does('setAction', anAction({ due: { type: 'day', date: '2026-03-09' } }), '2026-03-02 11:00');
    await theCase.fire('2026-03-17 10:00');
    await theCase.fire('2026-03-17 10:01');
    const clock = (await clocksOf(theCase.caseId)).find(({ kind }) => kind === 'action');
    const rungs = await store.prisma.rung.findMany({ where: { clockId: clock?.id ?? '' } });
    expect(rungs.map(({ label, noted }) => [label, noted])).toEqual([['overdue5', [0, 1, 2, 3]]]);
    const notices = await store.prisma.notice.findMany({ where: { clockId: clock?.id ?? '' } });
    // The chair by the rung itself, and not over the heads of those who can do it: each once.
    expect(new Set(notices.map(({ asRole }) => asRole))).toEqual(new Set(['chair', 'owner', 'coordinator']));
    expect(new Set(notices.map(({ recipientId }) => recipientId)).size).toBe(notices.length);
  });

  it('tells the owner and the coordinator beside governance of an action that is weeks late when a case is taken over', async () => {
    const { theCase } = await received('2026-03-02 10:00', { adopted: true });
    await theCase.does('setAction', anAction({ due: { type: 'day', date: '2026-03-09' } }), '2026-03-02 11:00');
    await theCase.fire('2026-03-24 10:00');
    await theCase.does('caughtUp', {}, '2026-03-24 11:00');
    await theCase.fire('2026-03-24 11:01');
    const clock = (await clocksOf(theCase.caseId)).find(({ kind }) => kind === 'action');
    const notices = await store.prisma.notice.findMany({ where: { clockId: clock?.id ?? '' } });
    const told = new Set(notices.map(({ asRole }) => asRole));
    expect(told).toEqual(new Set(['governance', 'owner', 'coordinator']));
    const rungs = await store.prisma.rung.findMany({ where: { clockId: clock?.id ?? '' } });
    expect(rungs.map(({ label }) => label)).toEqual(['overdue10']);
  });

  it('arms every rung again when an action is moved, and keeps the old date', async () => {
    const { theCase } = await received();
    const action = anAction({ due: { type: 'day', date: '2026-03-09' } });
    await theCase.does('setAction', action, '2026-03-02 11:00');
    await theCase.fire('2026-03-10 10:00');
    const due = { type: 'day', date: '2026-03-23' } as const;
    const move = { actionId: action.actionId, due, extension: false, reasonId: newId() };
    expect(await theCase.send('moveActionDue', move, '2026-03-10 11:00')).toMatchObject({ ok: true });
    const [clock] = await store.prisma.clock.findMany({ where: { subjectId: action.actionId } });
    expect(clock?.data).toMatchObject({ round: 2, due, originalDue: { type: 'day', date: '2026-03-09' } });
    await theCase.fire('2026-03-19 10:00');
    expect(await store.prisma.rung.count({ where: { clockId: clock?.id ?? '', round: 2 } })).toBe(1);
  });

  it('is silent for a case that was taken over until it is declared caught up', async () => {
    const { theCase } = await received('2026-03-02 10:00', { adopted: true });
    await theCase.fire('2026-03-20 10:00');
    expect(await store.prisma.notice.count({ where: { caseId: theCase.caseId } })).toBe(0);
    await theCase.does('caughtUp', {}, '2026-03-20 11:00');
    await theCase.fire('2026-03-20 11:00');
    expect(await store.prisma.rung.count({ where: { caseId: theCase.caseId } })).toBe(2);
    expect(await store.prisma.clock.count({ where: { caseId: theCase.caseId, silent: true } })).toBe(0);
  });

  it('says nothing of a flag that was over before the case was declared caught up', async () => {
    const { theCase } = await received('2024-03-04 10:00', { adopted: true });
    await theCase.does('screenReferral', { outcome: 'accept', adviceId: null }, '2024-03-04 11:00');
    await theCase.does('caughtUp', {}, '2026-03-20 11:00');
    await theCase.fire('2026-03-20 11:00');
    const flag = (await clocksOf(theCase.caseId)).find(({ kind }) => kind === 'repeatFlag');
    expect(await store.prisma.rung.count({ where: { clockId: flag?.id ?? '' } })).toBe(0);
    expect(await store.prisma.rung.count({ where: { caseId: theCase.caseId } })).toBeGreaterThan(0);
  });

  it('refuses to close a case while something in it has no disposition, and lists what', async () => {
    const { theCase } = await graded();
    const meeting = theCase.state.listing;
    const hearing = {
      outcome: 'heard',
      meetingId: meeting?.meetingId ?? '',
      attendance: [],
      minuteId: null,
      actions: [anAction()],
    } as const;
    const on = `${meeting?.meetingOn ?? ''} 11:00`;
    expect(await theCase.send('recordHearing', hearing, on)).toMatchObject({ ok: true });
    const refused = await theCase.send('closeCase', { reasonId: null, disposals: [] }, on);
    expect(refused).toMatchObject({ ok: false, code: 'DISPOSITIONS_MISSING' });
    const blocking = refused.ok ? [] : (refused.blocking ?? []);
    expect(blocking.map(({ type, code }) => code ?? type).sort()).toEqual(['action', 'firstContact', 'outcomeTold']);
  });

  it('stops contact with a victim in every case after one failed safety check', async () => {
    const { theCase, pair } = await received();
    const alsoHers = { ...(await aPair(store.prisma)), victimId: pair.victimId };
    const { theCase: other } = await received('2026-03-02 12:00', alsoHers);
    const attempt = (result: 'unsafe' | 'noAnswer') => ({
      attemptId: newId(),
      victimId: pair.victimId,
      result,
      medium: 'phone',
      byId: whoeverMay,
      noteId: null,
    });
    await theCase.send('recordContactAttempt', attempt('unsafe'), '2026-03-03 10:00');
    const refused = await other.send('recordContactAttempt', attempt('noAnswer'), '2026-03-03 11:00');
    expect(refused).toMatchObject({ ok: false, code: 'CONTACT_SUSPENDED' });
    const kinds = (await clocksOf(theCase.caseId)).filter(({ status }) => status === 'running').map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['contactDecision', 'firstContact', 'screen']);
  });

  it('tells the system administrator where nobody on the ladder is there, and shows that as an exception', async () => {
    const { theCase } = await received();
    await store.prisma.practitioner.updateMany({
      where: { subject: { not: 'wanda.osei' } },
      data: { endsOn: new Date('2026-03-01') },
    });
    await theCase.fire('2026-03-04 10:00');
    const notices = await store.prisma.notice.findMany({ where: { caseId: theCase.caseId, code: 'rung' } });
    expect(new Set(notices.map(({ recipientId }) => recipientId))).toEqual(
      new Set([idOf('practitioner', 'wanda.osei')]),
    );
    const areaId = idOf('area', 'maidstone');
    const actor: Actor = {
      practitionerId: whoeverMay,
      name: 'Somebody',
      appointments: [{ role: 'coordinator', areaId, agencyId: null }],
    };
    const { reference } = await store.prisma.case.findUniqueOrThrow({ where: { id: theCase.caseId } });
    const found = await caseExceptions(store.prisma, actor, areaId, 500);
    expect(found).toContainEqual(expect.objectContaining({ kind: 'nobodyToTell', reference }));
  });
});
