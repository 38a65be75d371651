import { describe, expect, it } from 'vitest';
import { aCase, anAction } from '../../../tests/builders/aCase.ts';
import { aReferral } from '../../../tests/builders/aReferral.ts';
import { happened, moment } from '../../../tests/builders/world.ts';

const day = (date: string) => ({ type: 'day', date }) as const;
const move = (date: string, extension = false) =>
  ({ actionId: 'action-1', due: day(date), extension, reasonId: 'reason-1' }) as const;
const aCaseWithAction = () =>
  aCase()
    .received()
    .withAction('action-1', { due: day('2026-03-10') });

describe('an action', () => {
  it('may be due today, and not yesterday', () => {
    const received = () => aCase().received();
    expect(received().send('setAction', anAction('a', { due: day('2026-03-02') })).ok).toBe(true);
    expect(received().send('setAction', anAction('a', { due: day('2026-03-01') }))).toEqual({
      ok: false,
      code: 'DUE_IN_THE_PAST',
    });
  });

  it('that is due at an instant has to lie ahead of now', () => {
    const due = (at: string) => ({ due: { type: 'instant', at: moment(at) } }) as const;
    expect(
      aCase()
        .received()
        .send('setAction', anAction('a', due('2026-03-02 10:00'))).ok,
    ).toBe(false);
    expect(
      aCase()
        .received()
        .send('setAction', anAction('a', due('2026-03-02 10:01'))).ok,
    ).toBe(true);
  });

  it('of a case that is taken over may have been due long ago', () => {
    const adopted = aCase(aReferral().adopted()).received();
    expect(adopted.send('setAction', anAction('action-1', { due: day('2026-03-01') })).ok).toBe(true);
    expect(adopted.send('moveActionDue', move('2026-02-27')).ok).toBe(true);
  });

  it('set at a meeting belongs to that meeting', () => {
    const heard = aCase().heard(anAction('action-1'));
    expect(heard.last('actionSet')?.data.meetingId).toBe('meeting-2026-03-24');
    expect(heard.withAction('action-2').last('actionSet')?.data.meetingId).toBeNull();
  });

  it.each([
    'completeAction',
    'recordActionNotPossible',
    'recordActionNotDone',
    'reassignAction',
    'moveActionDue',
  ] as const)('has to be known: %s', (type) => {
    const payloads = {
      completeAction: { actionId: 'other', noteId: null },
      recordActionNotPossible: { actionId: 'other', reasonId: 'r' },
      recordActionNotDone: { actionId: 'other', reasonId: 'r' },
      reassignAction: { actionId: 'other', agencyId: 'police', ownerId: null, reasonId: 'r' },
      moveActionDue: { ...move('2026-03-12'), actionId: 'other' },
    };
    expect(aCaseWithAction().send(type, payloads[type])).toEqual({
      ok: false,
      code: 'UNKNOWN_ACTION',
      blocking: [{ type: 'action', id: 'other' }],
    });
  });

  it('that was not done, or no longer possible, can still be completed late, and then no more', () => {
    for (const outcome of ['recordActionNotDone', 'recordActionNotPossible'] as const) {
      const late = aCaseWithAction().must(outcome, { actionId: 'action-1', reasonId: 'r' }).at('2026-05-01 10:00');
      expect(late.send('completeAction', { actionId: 'action-1', noteId: null }).ok).toBe(true);
      expect(late.send('completeAction', { actionId: 'action-1', noteId: null })).toEqual({
        ok: false,
        code: 'ACTION_ENDED',
      });
      expect(late.state.actions['action-1']).toBe('completed');
    }
  });

  it('has two different outcomes of not done', () => {
    const notDone = aCaseWithAction().must('recordActionNotDone', { actionId: 'action-1', reasonId: 'r' });
    const notPossible = aCaseWithAction().must('recordActionNotPossible', { actionId: 'action-1', reasonId: 'r' });
    expect(notDone.state.actions['action-1']).toBe('notDone');
    expect(notPossible.state.actions['action-1']).toBe('notPossible');
    expect(notDone.send('recordActionNotPossible', { actionId: 'action-1', reasonId: 'r' }).ok).toBe(false);
  });
});

describe('a new due date', () => {
  it('does not lie in the past', () => {
    expect(aCaseWithAction().at('2026-03-09 10:00').send('moveActionDue', move('2026-03-08'))).toEqual({
      ok: false,
      code: 'DUE_IN_THE_PAST',
    });
  });

  it('that is an extension lies after the date it extends', () => {
    const refused = { ok: false, code: 'DUE_TOO_EARLY' };
    expect(aCaseWithAction().send('moveActionDue', move('2026-03-10', true))).toEqual(refused);
    expect(aCaseWithAction().send('moveActionDue', move('2026-03-06', true))).toEqual(refused);
    expect(aCaseWithAction().send('moveActionDue', move('2026-03-11', true)).ok).toBe(true);
  });

  it('that is a move may be earlier', () => {
    expect(aCaseWithAction().send('moveActionDue', move('2026-03-05')).ok).toBe(true);
  });

  it('keeps the date first set, and why it was changed', () => {
    const extended = aCaseWithAction().must('moveActionDue', move('2026-03-20', true));
    expect(extended.last('clockMoved')?.data).toMatchObject({
      from: day('2026-03-10'),
      because: 'extended',
      reasonId: 'reason-1',
      clock: { due: day('2026-03-20'), originalDue: day('2026-03-10'), round: 2 },
    });
    expect(extended.facts.filter(({ type }) => type === 'clockMoved')).toHaveLength(1);
    const moved = aCaseWithAction().must('moveActionDue', move('2026-03-20'));
    expect(moved.last('clockMoved')?.data).toMatchObject({ because: 'moved', clock: { due: day('2026-03-20') } });
  });

  it('of a whole day extends an hour of that day', () => {
    const urgent = aCase().received().withAction('action-1', { urgent: true });
    expect(urgent.clock('urgentAction')?.due).toEqual({ type: 'instant', at: moment('2026-03-03 10:00') });
    expect(urgent.send('moveActionDue', move('2026-03-02', true)).ok).toBe(false);
    expect(urgent.send('moveActionDue', move('2026-03-03', true)).ok).toBe(true);
    expect(urgent.runningKinds).toContain('action');
  });

  it('is measured by when it happened, though it was written down later', () => {
    const late = aCaseWithAction().at('2026-03-12 10:00');
    expect(late.send('moveActionDue', move('2026-03-13', true), happened('2026-03-09 10:00')).ok).toBe(true);
  });
});
