import { describe, expect, it } from 'vitest';
import { aCase, type CaseBuilder } from '../../../tests/builders/aCase.ts';
import { aReferral } from '../../../tests/builders/aReferral.ts';
import { carriedOver } from '../caseState.ts';
import { isFinished, isUnderReview } from './retention.ts';

/** Referred on 2 March 2026, its flag over after 2 March 2027: it ended with the day after. */
const ended = () => aCase().received().ended();
const until = (date: string) => ({ until: date, reasonId: 'reason-1' });
const review = (about: CaseBuilder) => about.clock('retentionReview');

describe('what is kept of a case that has ended', () => {
  it('is reviewed seven years later, to the day', () => {
    expect(review(ended())?.due).toEqual({ type: 'day', date: '2034-03-03' });
    expect(isUnderReview(ended().state)).toBe(true);
  });

  it('is reviewed of a referral that was declined too', () => {
    const declined = aCase(aReferral().standardRisk()).received('2028-02-28 11:00').at('2028-02-29 12:00');
    declined.must('screenReferral', { outcome: 'decline', reason: 'belowThreshold', adviceId: 'advice-1' });
    declined.must('endCase', {});
    expect(review(declined)?.due).toEqual({ type: 'day', date: '2035-03-01' });
  });

  it('is not reviewed before the case has ended, and cannot be erased', () => {
    const closed = aCase().received().closed();
    expect(review(closed)).toBeUndefined();
    expect(closed.send('keepRecord', until('2028-01-01'))).toEqual({ ok: false, code: 'NO_RETENTION_REVIEW' });
    expect(closed.send('eraseRecord', {})).toEqual({ ok: false, code: 'NO_RETENTION_REVIEW' });
  });

  it('reminds twenty working days before, on the day and after it, and never goes quiet', () => {
    const about = ended();
    const fired = () => about.facts.flatMap((fact) => (fact.type === 'rungFired' ? [fact.data.label] : []));
    const before = fired().length;
    // Friday 3 March 2034; twenty working days before is Friday 3 February, five after Friday 10 March.
    for (const when of ['2034-02-03 08:59', '2034-02-03 09:00', '2034-03-03 09:00', '2034-03-10 09:00'])
      about.at(when).wake();
    expect(fired().slice(before)).toEqual(['beforeDue20', 'dueDay', 'overdue5']);
    for (const when of ['2034-03-17 09:00', '2034-03-24 09:00', '2034-03-31 09:00']) about.at(when).wake();
    expect(fired().slice(before + 3)).toEqual(['weekly1', 'weekly2', 'weekly3']);
  });
});

describe('keeping a record', () => {
  it('moves its review to the day that is said, with every reminder anew', () => {
    const about = ended().at('2034-03-10 12:00').wake();
    about.must('keepRecord', until('2036-02-29'));
    expect(review(about)).toMatchObject({
      due: { type: 'day', date: '2036-02-29' },
      originalDue: { date: '2034-03-03' },
    });
    expect(review(about)?.next?.rung).toBe(0);
    expect(about.last('recordKept')?.data).toEqual({ until: '2036-02-29', reasonId: 'reason-1' });
    expect(isFinished(about.state)).toBe(false);
  });

  it.each([
    ['a day that has come', '2034-03-10'],
    ['a day that is past', '2034-03-09'],
    ['more than seven years', '2041-03-11'],
  ])('is refused for %s', (_what, date) => {
    expect(ended().at('2034-03-10 12:00').send('keepRecord', until(date))).toEqual({
      ok: false,
      code: 'KEPT_OUT_OF_RANGE',
    });
  });

  it('may be for seven years again, and decided before the day', () => {
    expect(ended().at('2034-02-10 12:00').send('keepRecord', until('2041-02-10')).ok).toBe(true);
  });
});

describe('erasing a record', () => {
  it('is refused until the day of its review has come', () => {
    const about = ended().at('2034-03-02 23:59');
    expect(about.send('eraseRecord', {})).toEqual({ ok: false, code: 'ERASED_TOO_EARLY' });
    expect(about.at('2034-03-03 00:00').send('eraseRecord', {}).ok).toBe(true);
  });

  it('is refused until the day to which it was kept', () => {
    const about = ended().at('2034-03-10 12:00').must('keepRecord', until('2035-06-15'));
    expect(about.at('2035-06-14 12:00').send('eraseRecord', {})).toMatchObject({ code: 'ERASED_TOO_EARLY' });
    expect(about.at('2035-06-15 12:00').send('eraseRecord', {}).ok).toBe(true);
  });

  it('is refused while one of the two people is in something that is still worked', () => {
    const about = ended().at('2034-03-10 12:00').where({ stillWorkedOn: true });
    expect(about.send('eraseRecord', {})).toEqual({ ok: false, code: 'STILL_WORKED_ON' });
    expect(review(about)).toBeDefined();
  });

  it('ends the review, and with it the case for good', () => {
    const about = ended().at('2034-03-10 12:00').must('eraseRecord', {});
    expect(about.last('recordErased')?.data.personIds).toEqual([
      about.standing?.victimId,
      about.standing?.perpetratorId,
    ]);
    expect(about.standing?.erasedAt).toBe(about.now);
    expect(isFinished(about.state)).toBe(true);
    for (const [type, payload] of [
      ['keepRecord', until('2035-01-01')],
      ['eraseRecord', {}],
      ['recordDeath', { contentId: null }],
    ] as const)
      expect(about.send(type, payload), type).toEqual({ ok: false, code: 'CASE_ENDED' });
  });
});

describe('the death of the victim', () => {
  it('holds what is kept: nobody is asked to review it, and it cannot be erased', () => {
    const about = ended().at('2030-05-06 12:00').must('recordDeath', { contentId: null });
    expect(about.standing).toMatchObject({ legalHold: true, stage: 'ended' });
    expect(review(about)).toBeUndefined();
    expect(about.at('2034-03-10 12:00').send('eraseRecord', {}).ok).toBe(false);
    expect(isFinished(about.state)).toBe(true);
  });

  it('before the end leaves nothing to review after it', () => {
    const about = aCase()
      .received()
      .heard()
      .dead()
      .settledAfterDeath()
      .must('closeCase', { reasonId: null, disposals: [] });
    about.at('2027-03-03 00:00').flagRunsOut();
    for (const { clock } of about.running.values()) expect(clock.kind).not.toBe('retentionReview');
    about.must('endCase', {});
    expect(about.runningKinds).toEqual([]);
  });
});

describe('a case that ended before there were reviews', () => {
  it('is over as it was: no clock, nothing to wait for', () => {
    const { state } = ended();
    expect(isFinished(carriedOver({ ...state, clocks: {} }))).toBe(true);
  });
});
