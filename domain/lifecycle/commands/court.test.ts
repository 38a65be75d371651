import { describe, expect, it } from 'vitest';
import { aCase } from '../../../tests/builders/aCase.ts';
import { moment } from '../../../tests/builders/world.ts';

const outcomeOf = (liveDateId: string) => ({ liveDateId, outcome: 'orderMade', contentId: null });

describe('a protection order', () => {
  const added = (at: string | null) =>
    aCase()
      .received('2026-03-02 10:00')
      .send('addLiveDate', { liveDateId: 'd', kind: 'dvpo', at: at && moment(at), contentId: null });

  it('lasts 28 days and no longer', () => {
    expect(added('2026-03-30 23:59').ok).toBe(true);
    expect(added('2026-03-31 00:01')).toEqual({ ok: false, code: 'ORDER_TERM_OUTSIDE_LAW' });
  });

  it('that ends soon is taken, because it may have been written down late', () => {
    expect(added('2026-03-05 12:00').ok).toBe(true);
    expect(added(null).ok).toBe(true);
  });

  it('of another kind may last for years', () => {
    const order = { liveDateId: 'd', kind: 'restraining', at: moment('2031-03-02 12:00'), contentId: null } as const;
    expect(aCase().received().send('addLiveDate', order).ok).toBe(true);
  });
});

describe('the outcome of a live date', () => {
  it('is of one that is known', () => {
    expect(aCase().received().send('recordLiveDateOutcome', outcomeOf('date-9'))).toEqual({
      ok: false,
      code: 'UNKNOWN_LIVE_DATE',
      blocking: [{ type: 'liveDate', id: 'date-9' }],
    });
  });

  it('comes once', () => {
    const ended = aCase().received().withLiveDate('date-1', 'occupation', null);
    ended.must('recordLiveDateOutcome', outcomeOf('date-1'));
    expect(ended.send('recordLiveDateOutcome', outcomeOf('date-1'))).toEqual({ ok: false, code: 'LIVE_DATE_ENDED' });
  });

  it('of a hearing waits for its London day', () => {
    const before = aCase().received().withLiveDate('date-1', 'hearing', '2026-03-12 10:00');
    expect(before.at('2026-03-11 23:59').send('recordLiveDateOutcome', outcomeOf('date-1'))).toEqual({
      ok: false,
      code: 'HEARING_NOT_YET',
    });
    expect(before.at('2026-03-12 00:01').send('recordLiveDateOutcome', outcomeOf('date-1')).ok).toBe(true);
  });

  it('of an order may come before its end: it was varied or revoked', () => {
    const order = aCase().received().withLiveDate('date-1', 'restraining', '2027-03-02 12:00');
    expect(order.send('recordLiveDateOutcome', outcomeOf('date-1')).ok).toBe(true);
  });

  it('still comes where a named post watches the date of a closed case', () => {
    const closed = aCase()
      .received()
      .withLiveDate('date-1', 'restraining', '2026-06-02 12:00')
      .closed([{ liveDateId: 'date-1', disposal: 'watched', watchedById: 'supervisor-1' }]);
    expect(closed.send('recordLiveDateOutcome', outcomeOf('date-1')).ok).toBe(true);
    expect(closed.clock('protectionOrder')).toBeUndefined();
  });
});
