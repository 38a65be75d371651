import { describe, expect, it } from 'vitest';
import { aCase } from '../../../tests/builders/aCase.ts';
import { aMeeting } from '../../../tests/builders/world.ts';

const reasonId = 'reason-1';
const byId = 'chair-1';
/** Tuesday 24 March and Tuesday 21 April 2026 have deferred it; it is on the list of the next one. */
const meetings = ['2026-03-24', '2026-04-21', '2026-05-19', '2026-06-16'].map((on) => aMeeting(on));
const deferred = (times: number) => {
  const about = aCase().accepted().where({ meetings }).graded();
  for (let n = 0; n < times; n += 1) about.deferred();
  return about;
};

describe('a case that was deferred again', () => {
  it('is the chair’s to decide by the next working day, from the second time on', () => {
    expect(deferred(1).clock('deferralDecision')).toBeUndefined();
    const again = deferred(2);
    expect(again.clock('deferralDecision')?.due).toEqual({ type: 'day', date: '2026-04-22' });
    expect(again.state.listing?.meetingOn).toBe('2026-05-19');
  });

  it('is as late as it was where it is deferred once more before the chair has decided', () => {
    expect(deferred(3).clock('deferralDecision')?.due).toEqual({ type: 'day', date: '2026-04-22' });
  });

  it.each(['agreed', 'mustBeHeard'] as const)(
    'is decided by a decision: %s; and asked again by another deferral',
    (decision) => {
      const about = deferred(2).must('decideDeferral', { decision, reasonId, byId });
      expect(about.clock('deferralDecision')).toBeUndefined();
      const twice = about.send('decideDeferral', { decision, reasonId, byId });
      expect(twice).toMatchObject({ ok: false, code: 'NO_DEFERRAL_DECISION' });
      expect(about.deferred().clock('deferralDecision')?.due).toEqual({ type: 'day', date: '2026-05-20' });
    },
  );

  it('is decided by the chair who takes it onto a locked list, and needs no decision once it is called in an emergency or heard', () => {
    const locked = aMeeting('2026-04-28', { locked: true });
    const admitted = deferred(2).where({ meetings: [...meetings, locked] });
    admitted.must('admitLate', { meetingId: locked.meetingId, reasonId });
    expect(admitted.clock('deferralDecision')).toBeUndefined();
    const soon = aMeeting('2026-04-23', { emergency: true });
    const called = deferred(2).where({ meetings: [...meetings, soon] });
    called.must('callToEmergency', { meetingId: soon.meetingId, reasonId });
    expect(called.clock('deferralDecision')).toBeUndefined();
    expect(deferred(2).heard().clock('deferralDecision')).toBeUndefined();
  });

  it('leaves nothing to decide to the chair of an area that takes it over, whose the next deferral is', () => {
    const moved = deferred(2).asked().must('answerTransfer', { outcome: 'accept', noteId: null });
    expect(moved.state.listing).not.toBeNull();
    expect(moved.clock('deferralDecision')).toBeUndefined();
    expect(moved.deferred().clock('deferralDecision')).toBeDefined();
    const refused = deferred(2).asked().must('answerTransfer', { outcome: 'refuse', reasonId });
    expect(refused.clock('deferralDecision'), 'who sent it is responsible until it is accepted').toBeDefined();
  });

  it('is not settled by taking it off the list, or by listing it as usual', () => {
    const off = deferred(2).must('takeOffList', { decisionId: 'decision-1' });
    expect(off.clock('deferralDecision')).toBeDefined();
    off.must('listCase', { meetingId: null, reasonId: null });
    expect(off.clock('deferralDecision')).toBeDefined();
  });

  it('is not closed over it, and asks nobody once the victim has died', () => {
    const off = deferred(2).must('takeOffList', { decisionId: 'decision-1' });
    const closing = off.send('closeCase', { reasonId: null, disposals: [] });
    expect(JSON.stringify(closing)).toContain('deferralDecision');
    expect(off.must('recordDeath', { contentId: null }).clock('deferralDecision')).toBeUndefined();
  });
});
