import { describe, expect, it } from 'vitest';
import { calendar, happened, moment, monthly } from '../../tests/builders/world.ts';
import { figure } from '../policy/figure.ts';
import { applyDuties, type DutyContext, type OwnedClock } from './applyDuties.ts';
import { done, type DutyChange, fallsAway, nobody, starts } from './dutyChange.ts';

const theCase = { type: 'case', id: 'case-1' } as const;
const context: DutyContext = {
  occurred: happened('2026-03-02 10:00'),
  recordedAt: moment('2026-03-02 10:00'),
  policy: monthly,
  calendar,
  policyOn: () => monthly,
  idFor: (name) => `command-1/${name}`,
};
const none: ReadonlyMap<string, OwnedClock> = new Map();
const begun = (...changes: readonly DutyChange[]) => applyDuties(changes, none, context).running;

describe('carrying out changes of duty', () => {
  it('begins a duty once, however often it is asked for', () => {
    const twice = applyDuties([starts('screen', theCase, nobody), starts('screen', theCase, nobody)], none, context);
    expect(twice.facts.map(({ type }) => type)).toEqual(['clockStarted']);
    expect(applyDuties([starts('screen', theCase, nobody)], twice.running, context).facts).toEqual([]);
  });

  it('begins the same duty for two different subjects', () => {
    const one = { type: 'action', id: 'one' } as const;
    const two = { type: 'action', id: 'two' } as const;
    expect(begun(starts('action', one, nobody), starts('action', two, nobody)).size).toBe(2);
  });

  it('counts an agenda by the policy of the day of its meeting, and arms its reminders by the one in force', () => {
    const meeting = { type: 'meeting', id: 'meeting-1' } as const;
    const weekly = {
      ...monthly,
      version: `${monthly.version}+weekly`,
      meeting: { ...monthly.meeting, agendaWorkingDays: figure(2, 'test') },
    };
    const agendas = [starts('agendaOut', meeting, nobody, { meetingOn: '2026-06-16' })];
    const agenda = (more: Partial<DutyContext>) =>
      [...applyDuties(agendas, none, { ...context, ...more }).running.values()][0]?.clock;
    expect(agenda({})).toMatchObject({ due: { date: '2026-06-09' }, reason: { policyVersion: monthly.version } });
    const ahead = agenda({ policyOfMeeting: (on) => (on >= '2026-06-01' ? weekly : monthly) });
    expect(ahead).toMatchObject({
      due: { date: '2026-06-12' },
      reason: { rule: '2 working days before the meeting on Tuesday 16 June 2026', policyVersion: weekly.version },
      armedBy: monthly.version,
    });
    expect(agenda({})?.armedBy).toBeUndefined();
  });

  it('gives a clock an id that follows from the command, so that trying again makes the same one', () => {
    const ids = () => [...begun(starts('screen', theCase, nobody)).keys()];
    expect(ids()).toEqual(ids());
    expect(ids()).toEqual(['command-1/clock/screen/case-1/']);
  });

  it('ends what runs and nothing else', () => {
    const running = begun(starts('screen', theCase, nobody), starts('firstContact', theCase, nobody));
    const ended = applyDuties([done(['screen', 'outcomeTold'])], running, context);
    expect(ended.facts.map(({ data }) => data.clock.kind)).toEqual(['screen']);
    expect([...ended.running.values()].map(({ clock }) => clock.kind)).toEqual(['firstContact']);
    expect(applyDuties([done(['screen'])], ended.running, context).facts).toEqual([]);
  });

  it('ends only what is about the subject that is named', () => {
    const handover = (id: string) => starts('acknowledgement', { type: 'handover', id }, nobody);
    const running = begun(handover('one'), handover('two'));
    const ended = applyDuties([done(['acknowledgement'], 'two')], running, context);
    expect([...ended.running.values()].map(({ clock }) => clock.subject.id)).toEqual(['one']);
  });

  it('knows a duty that was done from one that fell away', () => {
    const running = begun(starts('screen', theCase, nobody), starts('firstContact', theCase, nobody));
    const { facts } = applyDuties([done(['screen']), fallsAway(['firstContact'], 'handedOver')], running, context);
    expect(facts.map(({ data }) => data.clock.end)).toEqual([
      { outcome: 'met', at: '2026-03-02T10:00:00.000Z', reason: null },
      { outcome: 'cancelled', at: '2026-03-02T10:00:00.000Z', reason: 'handedOver' },
    ]);
  });

  it('lets a duty that ended begin again within one decision', () => {
    const running = begun(starts('riskReview', theCase, nobody));
    const later = { ...context, occurred: happened('2026-03-20 10:00'), idFor: (name: string) => `command-2/${name}` };
    const again = applyDuties([done(['riskReview']), starts('riskReview', theCase, nobody)], running, later);
    expect(again.facts.map(({ type }) => type)).toEqual(['clockEnded', 'clockStarted']);
    expect([...again.running.keys()]).toEqual(['command-2/clock/riskReview/case-1/']);
  });

  it('gives a duty to somebody else, where asked only what one agency owns', () => {
    const housing = { agencyId: 'housing', ownerId: null };
    const police = { agencyId: 'police', ownerId: 'officer-1' };
    const running = begun(
      starts('hearing', { type: 'hearing', id: 'h' }, housing, { due: { type: 'day', date: '2026-04-02' } }),
      starts('firstContact', theCase, nobody),
    );
    const change = { do: 'own', kinds: null, subjectId: null, owner: police } as const;
    const some = applyDuties([{ ...change, ownedBy: 'housing' }], running, context);
    expect(some.facts.map(({ data }) => data.clock.kind)).toEqual(['hearing']);
    expect([...some.running.values()].map(({ owner }) => owner)).toEqual([police, nobody]);
    expect(applyDuties([{ ...change, ownedBy: null }], running, context).facts).toHaveLength(2);
  });

  it('leaves what ran before untouched', () => {
    const running = begun(starts('screen', theCase, nobody));
    applyDuties([done(['screen'])], running, context);
    expect(running.size).toBe(1);
  });
});
