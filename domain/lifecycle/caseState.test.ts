import { describe, expect, it } from 'vitest';
import { aCase, anAction } from '../../tests/builders/aCase.ts';
import { aReferral } from '../../tests/builders/aReferral.ts';
import { happened, moment } from '../../tests/builders/world.ts';
import { standingAfter } from './caseStanding.ts';
import { evolveAll, newCase } from './caseState.ts';

const lived = () => aCase(aReferral().withChildren(1)).heard(anAction('action-1')).closed();

describe('what the workflow knows of its case', () => {
  it('is the same however often it hears of a fact', () => {
    const { recorded, state } = lived();
    expect(evolveAll(state, recorded)).toEqual(state);
    expect(
      evolveAll(
        newCase(),
        recorded.flatMap((fact) => [fact, fact]),
      ),
    ).toEqual(state);
  });

  it('is the same whether the facts came at once or one by one', () => {
    const { recorded, state } = lived();
    const oneByOne = recorded.reduce((known, fact) => evolveAll(known, [fact]), newCase());
    expect(oneByOne).toEqual(evolveAll(newCase(), recorded));
    expect(oneByOne).toEqual(state);
  });

  it('catches up from wherever it was', () => {
    const { recorded, state } = lived();
    for (let known = 0; known < recorded.length; known += 1) {
      const behind = evolveAll(newCase(), recorded.slice(0, known));
      expect(evolveAll(behind, recorded)).toEqual(state);
    }
  });

  it('is plain JSON, so that a new run of the workflow can take it over', () => {
    const { state } = lived();
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });

  it('holds no words about anybody: only ids, codes, dates and numbers', () => {
    const texts = JSON.stringify(lived().state).match(/"[^"]*"/g) ?? [];
    expect(texts.filter((text) => text.includes(' '))).toEqual([]);
  });

  it('changes nothing in what it was before', () => {
    const before = aCase().received();
    const frozen = structuredClone(before.state);
    evolveAll(before.state, [
      {
        seq: 99,
        fact: { type: 'victimDied', occurred: { at: before.now, precision: 'minute' }, data: { contentId: null } },
      },
    ]);
    expect(before.state).toEqual(frozen);
  });
});

describe('what boards show of a case', () => {
  it('is where the workflow says it stands', () => {
    const { state, standing } = lived();
    expect(standing).toMatchObject({
      stage: state.stage,
      deferrals: state.deferrals,
      attempts: state.attempts,
      frozen: state.frozen,
      flagEndsOn: state.flagEndsOn,
    });
  });

  it('is the first attempt and the first conversation that took place, whichever was written down first', () => {
    const backdated = aCase().received().at('2026-03-06 10:00').attempted('spoke').standing;
    expect(backdated?.firstAttemptAt).toBe('2026-03-06T10:00:00.000Z');
    const earlier = aCase().received().at('2026-03-06 10:00').attempted('spoke').must(
      'recordContactAttempt',
      {
        attemptId: 'attempt-0',
        victimId: 'victim-1',
        result: 'noAnswer',
        medium: 'telephone',
        byId: 'a',
        noteId: null,
      },
      { at: '2026-03-03T10:00:00.000Z', precision: 'minute' },
    );
    expect(earlier.standing).toMatchObject({
      firstAttemptAt: '2026-03-03T10:00:00.000Z',
      firstSpokeAt: '2026-03-06T10:00:00.000Z',
    });
  });

  it('does not count a failed safety check as an attempt', () => {
    const { standing, state } = aCase().received().attempted('unsafe');
    expect(standing).toMatchObject({ attempts: 0, firstAttemptAt: null, contactSuspended: true });
    expect(state.attempts).toBe(0);
  });

  it('counts unborn children as children and those of age as none', () => {
    const referral = aReferral().withChildren(2).withChildren(1, 'unborn').withChildren(1, 'adult');
    expect(aCase(referral).received().standing?.childCount).toBe(3);
  });

  it('says that all actions have ended only once the case was heard and the last has an outcome', () => {
    const before = aCase().received().withAction('early').at('2026-03-05 10:00');
    before.must('completeAction', { actionId: 'early', noteId: null });
    expect(before.standing?.actionsEndedAt).toBeNull();
    const heard = before.heard(anAction('one'), anAction('two'));
    expect(heard.standing?.actionsEndedAt).toBeNull();
    heard.at('2026-03-30 10:00').must('completeAction', { actionId: 'one', noteId: null });
    expect(heard.standing?.actionsEndedAt).toBeNull();
    heard.at('2026-04-01 10:00').must('recordActionNotDone', { actionId: 'two', reasonId: 'reason-1' });
    expect(heard.standing?.actionsEndedAt).toBe('2026-04-01T09:00:00.000Z');
    heard.at('2026-04-20 10:00').must('completeAction', { actionId: 'two', noteId: null });
    expect(heard.standing?.actionsEndedAt).toBe('2026-04-01T09:00:00.000Z');
    expect(heard.withAction('late').standing?.actionsEndedAt).toBeNull();
  });

  it('takes the latest outcome for the end of all actions, in whatever order they are written down', () => {
    const late = happened('2026-04-08 16:00');
    const soon = happened('2026-03-31 09:00');
    for (const order of [[late, soon] as const, [soon, late] as const]) {
      const heard = aCase().heard(anAction('one'), anAction('two')).at('2026-04-20 10:00');
      heard.must('completeAction', { actionId: 'one', noteId: null }, order[0]);
      heard.must('recordActionNotPossible', { actionId: 'two', reasonId: 'reason-1' }, order[1]);
      expect(heard.standing?.actionsEndedAt).toBe(late.at);
    }
  });

  it('takes it anew when an action is added and ends, and never for a day before the hearing', () => {
    const heard = aCase().heard(anAction('one')).at('2026-04-20 10:00');
    heard.must('completeAction', { actionId: 'one', noteId: null }, happened('2026-04-08 16:00'));
    heard.withAction('more');
    expect(heard.standing?.actionsEndedAt).toBeNull();
    heard.must('completeAction', { actionId: 'more', noteId: null }, happened('2026-04-02 10:00'));
    expect(heard.standing?.actionsEndedAt).toBe(moment('2026-04-08 16:00'));
    const early = aCase().listed().withAction('early').heard().at('2026-04-20 10:00');
    early.must('completeAction', { actionId: 'early', noteId: null }, happened('2026-03-20 10:00'));
    expect(early.standing?.actionsEndedAt).toBe(moment('2026-03-24 11:00'));
  });

  it('knows an outcome after the hearing although the hearing is written down last', () => {
    const about = aCase().listed().withAction('early').at('2026-04-20 10:00');
    about.must('completeAction', { actionId: 'early', noteId: null }, happened('2026-04-01 10:00'));
    const { meetingId = '' } = about.state.listing ?? {};
    const hearing = { outcome: 'heard', meetingId, attendance: [], minuteId: null, actions: [] } as const;
    about.must('recordHearing', hearing, happened('2026-03-24 11:00'));
    expect(about.standing?.actionsEndedAt).toBe(moment('2026-04-01 10:00'));
  });

  it('says a case without actions had them all ended with its hearing', () => {
    expect(aCase().heard().standing?.actionsEndedAt).toBe('2026-03-24T11:00:00.000Z');
  });

  it('cannot begin with anything but a referral', () => {
    const occurred = { at: '2026-03-02T10:00:00.000Z', precision: 'minute' } as const;
    expect(() => standingAfter(null, 'case-1', { type: 'caughtUp', occurred, data: {} })).toThrow('caughtUp');
  });
});
