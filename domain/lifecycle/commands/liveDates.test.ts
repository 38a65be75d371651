import { describe, expect, it } from 'vitest';
import { aCase, type CaseBuilder } from '../../../tests/builders/aCase.ts';
import { aReferral } from '../../../tests/builders/aReferral.ts';
import { happened, moment } from '../../../tests/builders/world.ts';
import type { LiveDateKind } from '../facts/liveDates.ts';
import type { CommandPayloads } from '../command.ts';

type Added = CommandPayloads['addLiveDate'];

function refusalOf(outcome: ReturnType<CaseBuilder['send']>): string {
  return outcome.ok ? 'accepted' : outcome.code;
}

function added(kind: LiveDateKind, at: string | null, more: Partial<Added> = {}): Added {
  return { liveDateId: 'd', kind, at: at && moment(at), contentId: null, ...more };
}

const received = (at = '2026-03-02 10:00') => aCase().received(at);
const adding = (...date: Parameters<typeof added>) => refusalOf(received().send('addLiveDate', added(...date)));

describe('a protection order', () => {
  it.each([
    ['13 days', '2026-03-15 23:59', 'ORDER_TERM_OUTSIDE_LAW'],
    ['14 days', '2026-03-16 00:01', 'accepted'],
    ['28 days', '2026-03-30 23:59', 'accepted'],
    ['29 days, over the clock change', '2026-03-31 00:01', 'ORDER_TERM_OUTSIDE_LAW'],
  ])('of %s from the day it was made', (_, until, answer) => {
    expect(adding('dvpo', until)).toBe(answer);
  });

  it('made before the referral is measured from the day it was made, over a leap day too', () => {
    const made = (startsAt: string, until: string, now: string) =>
      refusalOf(received(now).send('addLiveDate', added('dvpo', until, { startsAt: moment(startsAt) })));
    expect(made('2026-02-20 12:00', '2026-03-06 12:00', '2026-03-02 10:00')).toBe('accepted');
    expect(made('2026-02-20 12:00', '2026-03-05 12:00', '2026-03-02 10:00')).toBe('ORDER_TERM_OUTSIDE_LAW');
    expect(made('2028-02-05 12:00', '2028-03-04 12:00', '2028-02-07 10:00')).toBe('accepted');
    expect(made('2028-02-05 12:00', '2028-03-05 12:00', '2028-02-07 10:00')).toBe('ORDER_TERM_OUTSIDE_LAW');
  });

  it('always has an end, and begins on no day to come', () => {
    expect(adding('dvpo', null)).toBe('END_MISSING');
    expect(adding('dvpo', '2026-03-20 12:00', { startsAt: moment('2026-03-03 09:00') })).toBe('BEGINS_LATER');
  });
});

describe('another order', () => {
  it('may last for years or have no end, and never ends before it begins', () => {
    expect(adding('restraining', '2031-03-02 12:00')).toBe('accepted');
    expect(adding('occupation', null)).toBe('accepted');
    expect(adding('nonMolestation', '2026-03-01 12:00')).toBe('ENDS_BEFORE_IT_BEGINS');
  });

  it('is extended; what has ended or has no date is not', () => {
    const order = received().withLiveDate('d', 'nonMolestation', '2026-06-02 12:00');
    expect(refusalOf(order.send('moveLiveDate', moved('2026-02-01 12:00')))).toBe('ENDS_BEFORE_IT_BEGINS');
    order.must('moveLiveDate', moved('2026-12-02 12:00'));
    expect(order.clock('protectionOrder')).toMatchObject({
      due: { type: 'day', date: '2026-12-02' },
      originalDue: { type: 'day', date: '2026-06-02' },
    });
    expect(order.clock('protectionReview')?.due).toEqual({ type: 'day', date: '2026-11-18' });
    order.must('recordLiveDateOutcome', { liveDateId: 'd', outcome: 'orderRevoked', contentId: null });
    expect(refusalOf(order.send('moveLiveDate', moved('2027-01-01 12:00')))).toBe('LIVE_DATE_ENDED');
  });
});

describe('a notice of the police', () => {
  it.each([
    ['before Easter', '2026-04-02 18:00', '2026-04-07 18:00'],
    ['before Christmas', '2026-12-24 18:00', '2026-12-29 18:00'],
    ['before the clocks go forward', '2026-03-27 18:00', '2026-03-30 18:00'],
    ['before a leap day', '2028-02-28 09:00', '2028-03-01 09:00'],
  ])('is brought to court in 48 hours of court days: %s', (_, served, due) => {
    for (const kind of ['dvpn', 'dapn'] as const) {
      const about = received('2026-03-02 10:00').at(served);
      about.must('addLiveDate', added(kind, null, { agencyId: 'police' }));
      expect(about.clock('dvpnToCourt')?.due).toEqual({ type: 'instant', at: moment(due) });
    }
  });

  it('is somebody’s to bring, and has no end that anybody could set', () => {
    expect(adding('dvpn', null)).toBe('OWNER_MISSING');
    expect(adding('dapn', '2026-03-04 10:00', { agencyId: 'police' })).toBe('HAS_NO_DATE');
  });
});

describe('a Clare’s Law application', () => {
  it.each([
    ['over a leap day', '2028-02-07 10:00', '2028-03-06'],
    ['to Good Friday', '2026-03-06 10:00', '2026-04-03'],
    ['to Christmas Day', '2026-11-27 23:30', '2026-12-25'],
  ])('is answered by its agency in 28 days: %s', (_, at, due) => {
    const about = received()
      .at(at)
      .must('addLiveDate', added('claresLaw', null, { agencyId: 'police' }));
    expect(about.clock('claresLaw')?.due).toEqual({ type: 'day', date: due });
    about.must('recordLiveDateOutcome', { liveDateId: 'd', outcome: 'disclosed', contentId: null });
    expect(about.clock('claresLaw')).toBeUndefined();
  });
});

describe('bail before charge', () => {
  const granted = (until: string, authorisedBy: Added['authorisedBy'] = 'custodyOfficer') =>
    added('preChargeBail', until, { authorisedBy, startsAt: moment('2026-03-02 09:00') });

  it.each([
    ['three months', '2026-06-02 12:00', 'custodyOfficer', 'accepted'],
    ['a day more', '2026-06-03 12:00', 'custodyOfficer', 'BAIL_RANK_TOO_LOW'],
    ['a day more, by a rank that may extend it', '2026-06-03 12:00', 'inspector', 'BAIL_STEP_SKIPPED'],
  ] as const)('is granted for %s', (_, until, by, answer) => {
    expect(refusalOf(received().send('addLiveDate', granted(until, by)))).toBe(answer);
  });

  it('is written down as far as it has come where a case is taken over, by the rank that may authorise it', () => {
    const takenOver = () => aCase(aReferral().adopted()).received('2026-03-02 10:00');
    const written = (by: Added['authorisedBy']) =>
      refusalOf(takenOver().send('addLiveDate', granted('2026-09-02 12:00', by)));
    expect(written('inspector')).toBe('accepted');
    expect(written('custodyOfficer')).toBe('BAIL_RANK_TOO_LOW');
    // From then on it goes one step at a time.
    const bail = takenOver().must('addLiveDate', granted('2026-06-02 12:00')).must('caughtUp', {});
    const to = moved('2026-12-02 12:00', { authorisedBy: 'superintendent' });
    expect(refusalOf(bail.send('moveLiveDate', to))).toBe('BAIL_STEP_SKIPPED');
  });

  it('runs three months to the last day of a month that is shorter, the leap day included', () => {
    const about = (until: string) => {
      const startsAt = moment('2027-11-30 09:00');
      const bail = added('preChargeBail', until, { authorisedBy: 'custodyOfficer', startsAt });
      return refusalOf(received('2027-12-01 10:00').send('addLiveDate', bail));
    };
    expect(about('2028-02-29 23:59')).toBe('accepted');
    expect(about('2028-03-01 00:01')).toBe('BAIL_RANK_TOO_LOW');
  });

  it('goes on for six and nine months by rank, one step at a time, and then by magistrates', () => {
    const bail = received().must('addLiveDate', granted('2026-06-02 12:00'));
    const extend = (until: string, authorisedBy: NonNullable<Added['authorisedBy']>) =>
      refusalOf(bail.send('moveLiveDate', moved(until, { authorisedBy })));
    expect(extend('2026-09-02 12:00', 'custodyOfficer')).toBe('BAIL_RANK_TOO_LOW');
    expect(extend('2026-12-02 12:00', 'superintendent')).toBe('BAIL_STEP_SKIPPED');
    expect(extend('2026-06-01 12:00', 'inspector')).toBe('BAIL_NOT_LONGER');
    expect(extend('2026-09-02 12:00', 'inspector')).toBe('accepted');
    expect(extend('2026-12-02 12:00', 'inspector')).toBe('BAIL_RANK_TOO_LOW');
    expect(extend('2026-12-02 12:00', 'superintendent')).toBe('accepted');
    expect(extend('2027-03-02 12:00', 'superintendent')).toBe('BAIL_RANK_TOO_LOW');
    expect(extend('2027-03-02 12:00', 'magistrates')).toBe('accepted');
    expect(bail.clock('preChargeBail')?.due).toEqual({ type: 'day', date: '2027-03-02' });
  });

  it('names who authorised it', () => {
    expect(adding('preChargeBail', '2026-06-02 12:00')).toBe('AUTHORITY_MISSING');
    const bail = received().must('addLiveDate', granted('2026-06-02 12:00'));
    expect(refusalOf(bail.send('moveLiveDate', moved('2026-07-02 12:00')))).toBe('AUTHORITY_MISSING');
  });

  it.each([
    ['enhanced rights, over Easter', true, '2026-04-02 15:00', '2026-04-07'],
    ['no enhanced rights, over Easter', false, '2026-03-30 10:00', '2026-04-08'],
    ['enhanced rights, over Christmas', true, '2026-12-24 15:00', '2026-12-29'],
  ])('is told to the victim: %s', (_, enhancedRights, at, due) => {
    const bail = received().must('addLiveDate', granted('2026-06-02 12:00'));
    bail.must('tellResult', { liveDateId: 'd', result: 'told', reasonId: null }).at(at);
    bail.must('recordLiveDateOutcome', { liveDateId: 'd', outcome: 'bailEnded', contentId: null, enhancedRights });
    expect(bail.clock('bailOutcome')?.due).toEqual({ type: 'day', date: due });
  });

  it('that becomes a release under investigation goes on as one, without a date, and is looked at again', () => {
    const bail = received().must('addLiveDate', granted('2026-06-02 12:00')).at('2026-05-05 10:00');
    const outcome = { liveDateId: 'd', outcome: 'releasedUnderInvestigation', contentId: null, nextId: 'rui' };
    bail.must('recordLiveDateOutcome', outcome);
    expect(bail.state.liveDates['rui']).toMatchObject({ kind: 'releasedUnderInvestigation', at: null });
    expect(bail.clock('undatedReview', 'rui')?.due).toEqual({ type: 'day', date: '2026-06-02' });
    expect(refusalOf(bail.send('moveLiveDate', { ...moved('2026-08-01 12:00'), liveDateId: 'rui' }))).toBe(
      'HAS_NO_DATE',
    );
    bail.at('2026-06-01 10:00').must('reviewLiveDate', { ...review, liveDateId: 'rui', because: 'noDate' });
    expect(bail.clock('undatedReview', 'rui')?.due).toEqual({ type: 'day', date: '2026-06-29' });
  });
});

describe('a release from custody', () => {
  it('without a date is looked at again until somebody knows it', () => {
    const inCustody = received().must('addLiveDate', added('custodyRelease', null));
    expect(inCustody.clock('undatedReview')?.due).toEqual({ type: 'day', date: '2026-03-30' });
    inCustody.must('moveLiveDate', { ...moved('2026-07-01 12:00'), because: 'dateSet' });
    expect(inCustody.runningKinds).toEqual(['custodyRelease', 'firstContact', 'protectionReview', 'screen']);
  });
});

describe('a breach', () => {
  const breach = { breachId: 'b', liveDateId: 'd', conditions: ['noContact'], contentId: 'words' } as const;
  const order = () => received().withLiveDate('d', 'restraining', '2026-03-31 12:00');

  it('asks for a review of the risk the working day after', () => {
    const breached = order().at('2026-03-27 22:00').must('recordBreach', breach);
    expect(breached.clock('breachReview')?.due).toEqual({ type: 'day', date: '2026-03-30' });
    breached.at('2026-03-30 10:00').must('reviewLiveDate', { ...review, because: 'breach' });
    expect(breached.clock('breachReview')).toBeUndefined();
    expect(breached.clock('protectionReview')).toBeDefined();
  });

  it('is one only of what was in force on that London day', () => {
    const tried = (when: string, recorded = when) =>
      refusalOf(order().at(recorded).send('recordBreach', breach, happened(when)));
    expect(tried('2026-03-31 23:59')).toBe('accepted');
    expect(tried('2026-04-01 00:01')).toBe('NOT_IN_FORCE');
    const ended = order().at('2026-03-10 10:00');
    ended.must('recordLiveDateOutcome', { liveDateId: 'd', outcome: 'orderRevoked', contentId: null });
    ended.at('2026-03-12 10:00');
    expect(refusalOf(ended.send('recordBreach', breach))).toBe('NOT_IN_FORCE');
    expect(refusalOf(ended.send('recordBreach', breach, happened('2026-03-09 20:00')))).toBe('accepted');
  });

  it('is one of an order, and of nothing else', () => {
    const listed = received().withLiveDate('d', 'hearing', '2026-04-01 10:00');
    expect(refusalOf(listed.send('recordBreach', breach))).toBe('NOT_AN_ORDER');
    expect(refusalOf(received().send('recordBreach', breach))).toBe('UNKNOWN_LIVE_DATE');
  });
});

describe('a review before protection ends', () => {
  it('comes near enough to the end to stand for it', () => {
    const order = received().withLiveDate('d', 'restraining', '2026-06-30 12:00').at('2026-06-01 10:00');
    expect(refusalOf(order.send('reviewLiveDate', review))).toBe('REVIEW_TOO_EARLY');
    order.at('2026-06-02 10:00').must('reviewLiveDate', review);
    expect(order.clock('protectionReview')).toBeUndefined();
    expect(order.clock('protectionOrder')).toBeDefined();
  });
});

describe('a date in a closed case', () => {
  const watched = { liveDateId: 'd', disposal: 'watched', watchedById: 'post-1' } as const;

  it('needs a post that watches it', () => {
    const closed = aCase().closed();
    expect(refusalOf(closed.send('addLiveDate', added('restraining', '2026-12-01 12:00')))).toBe('WATCHER_MISSING');
    closed.must('addLiveDate', added('restraining', '2026-12-01 12:00', { watchedById: 'post-1' }));
    expect(closed.state.liveDates['d']?.standing).toBe('watched');
    expect(
      [...closed.running.values()].filter(({ clock }) => clock.subject.id === 'd').map(({ owner }) => owner),
    ).toEqual(Array.from({ length: 2 }, () => ({ agencyId: null, ownerId: 'post-1' })));
  });

  it('stays its post’s through an extension, a breach and an adjournment', () => {
    const order = received().withLiveDate('d', 'restraining', '2026-12-01 12:00').closed([watched]);
    order.must('moveLiveDate', moved('2027-02-01 12:00')).must('recordBreach', {
      ...{ breachId: 'b', liveDateId: 'd', conditions: [], contentId: 'words' },
    });
    const hearing = received().withLiveDate('d', 'hearing', '2026-05-01 10:00').closed([watched]);
    hearing.must('adjournHearing', {
      ...{ liveDateId: 'd', nextId: 'd-2', at: moment('2026-06-01 10:00'), because: 'other', contentId: null },
    });
    for (const about of [order, hearing]) {
      const owners = [...about.running.values()].filter(({ clock }) => clock.kind !== 'repeatFlag');
      expect(owners.filter(({ clock }) => clock.subject.id.startsWith('d')).map(({ owner }) => owner.ownerId)).toEqual(
        Array.from({ length: 3 }, () => 'post-1'),
      );
    }
  });
});

const review = { liveDateId: 'd', because: 'beforeEnd', change: 'same', contentId: null } as const;

function moved(at: string, more: Partial<CommandPayloads['moveLiveDate']> = {}): CommandPayloads['moveLiveDate'] {
  const nothingElse = { conditions: null, authorisedBy: null, enhancedRights: true, reasonId: null };
  return { liveDateId: 'd', at: moment(at), because: 'extended', ...nothingElse, ...more };
}
