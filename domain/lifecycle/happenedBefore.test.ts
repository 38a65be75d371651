import { describe, expect, it } from 'vitest';
import { aCase, anAction } from '../../tests/builders/aCase.ts';
import { happened } from '../../tests/builders/world.ts';

describe('what happened before the referral', () => {
  it('cannot be recorded as part of the case', () => {
    const outcome = aCase().received().send('setAction', anAction('action-1'), happened('2026-03-01 23:59'));
    expect(outcome).toEqual({ ok: false, code: 'HAPPENED_BEFORE' });
  });

  it('counts by the London day: the same day is not before, though the hour is earlier', () => {
    const outcome = aCase().received('2026-03-02 22:00').send('setAction', anAction('a'), happened('2026-03-02 09:00'));
    expect(outcome.ok).toBe(true);
  });

  it('counts by London in summer too, where a day begins an hour earlier than in UTC', () => {
    const received = () => aCase().received('2026-06-11 00:30');
    expect(received().send('setAction', anAction('a'), happened('2026-06-10 23:30')).ok).toBe(false);
    expect(received().send('setAction', anAction('a'), happened('2026-06-11 00:05')).ok).toBe(true);
  });

  it('may be abuse that is told later', () => {
    const report = { reportId: 'report-1', newCaseId: null, withinFlag: false };
    expect(aCase().received().send('reportFurtherAbuse', report, happened('2026-02-20 12:00')).ok).toBe(true);
  });

  it('may be the death of a victim that another case learned of first', () => {
    expect(aCase().received().send('recordDeath', { contentId: null }, happened('2026-02-28 12:00')).ok).toBe(true);
  });
});
