import { describe, expect, it } from 'vitest';
import { aCase, anAction } from '../../tests/builders/aCase.ts';
import { aReferral } from '../../tests/builders/aReferral.ts';
import { dutiesFrom } from '../../tests/builders/dutiesFrom.ts';

const received = (referral = aReferral()) => aCase(referral).received();

describe('an action', () => {
  it('is due in ten working days, on its own date, or in 24 hours where it is urgent', () => {
    expect(dutiesFrom(received(), (about) => about.withAction('a'))).toEqual(['+ action 2026-03-16 (housing)']);
    const dated = { due: { type: 'day', date: '2026-03-08' } } as const;
    expect(dutiesFrom(received(), (about) => about.withAction('a', dated))).toEqual(['+ action 2026-03-08 (housing)']);
    expect(dutiesFrom(received(), (about) => about.withAction('a', { urgent: true, ownerId: 'worker-1' }))).toEqual([
      '+ urgentAction 2026-03-03T10:00:00.000Z (worker-1)',
    ]);
  });

  it('due before Easter counts past the bank holidays', () => {
    expect(dutiesFrom(received().at('2026-03-27 10:00'), (about) => about.withAction('a'))).toEqual([
      '+ action 2026-04-14 (housing)',
    ]);
  });

  it('has a clock of its own: others run on when it ends', () => {
    const about = received().withAction('one').withAction('two');
    expect(dutiesFrom(about, () => about.must('completeAction', { actionId: 'one', noteId: null }))).toEqual([
      '- action met',
    ]);
    expect(about.clock('action')?.subject.id).toBe('two');
  });

  it.each([
    ['recordActionNotPossible', 'notPossible'],
    ['recordActionNotDone', 'notDone'],
  ] as const)('that ends by %s is not met, and its clock says why', (type, reason) => {
    const about = received().withAction('one');
    expect(dutiesFrom(about, () => about.must(type, { actionId: 'one', reasonId: 'r' }))).toEqual([
      `- action cancelled ${reason}`,
    ]);
  });

  it('goes to another agency with its due date', () => {
    const about = received().withAction('one');
    const to = { actionId: 'one', agencyId: 'health-acute', ownerId: null, reasonId: 'r' };
    expect(dutiesFrom(about, () => about.must('reassignAction', to))).toEqual(['= action (health-acute)']);
    expect(about.clock('action')?.due).toEqual({ type: 'day', date: '2026-03-16' });
  });

  it('set at a hearing counts from the hearing', () => {
    const heard = aCase().heard(anAction('one'));
    expect(heard.clock('action')?.due).toEqual({ type: 'day', date: '2026-04-09' });
  });
});
