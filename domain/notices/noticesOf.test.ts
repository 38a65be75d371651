import { describe, expect, it } from 'vitest';
import type { CaseFact, FactData, CaseFactType } from '../lifecycle/caseFact.ts';
import { noticesOf } from './noticesOf.ts';

const occurred = { at: '2026-03-09T10:00:00.000Z', precision: 'minute' } as const;
function fact<T extends CaseFactType>(type: T, data: FactData[T]): CaseFact {
  return { type, occurred, data } as CaseFact;
}
function told(one: CaseFact, context: Partial<Parameters<typeof noticesOf>[1]> = {}): string[] {
  return noticesOf(one, { deferrals: 0, silent: false, ...context }).map(({ code, ladder }) => {
    return `${code} to ${(ladder[0] ?? []).join(', ')}`;
  });
}

const deferred = fact('caseDeferred', {
  meetingId: 'm',
  meetingOn: '2026-03-09',
  listingId: 'l',
  reasonId: 'r',
  attendance: [],
});
const actionSet = fact('actionSet', {
  actionId: 'a',
  agencyId: 'housing',
  ownerId: 'rep',
  riskCode: 'housing',
  urgent: false,
  due: null,
  contentId: 'c',
  meetingId: null,
});
const notified = (alreadySent: boolean, more: { siblingsOwed?: true } = {}) =>
  fact('childrenNotified', {
    ...{ notificationId: 'n', children: ['c'], toAgencyId: 'services', urgent: true, alreadySent },
    ...more,
  });

describe('news beside the rungs of clocks', () => {
  it('of safe contact is the adviser’s alone where there is one', () => {
    const proposed = fact('safeContactProposed', { victimId: 'v', proposalId: 'p', fromCaseId: 'c' });
    expect(told(proposed, { adviserId: 'adviser-1' })).toEqual(['safeContactProposed to adviser']);
  });

  it.each<[string, CaseFact, string[]]>([
    [
      'an accepted referral',
      fact('referralAccepted', { routesMet: [], adviceId: null }),
      ['referralScreened to referrer'],
    ],
    [
      'a declined one',
      fact('referralDeclined', { reason: 'duplicate', adviceId: 'a' }),
      ['referralScreened to referrer'],
    ],
    [
      'one that was merged',
      fact('referralMerged', { intoCaseId: 'c', reasonId: 'r' }),
      ['referralScreened to referrer'],
    ],
    [
      'another referral of the incident, to the adviser',
      fact('referralJoined', { fromCaseId: 'c', children: [] }),
      ['referralJoined to adviser'],
    ],
    [
      'the same two with the roles reversed',
      fact('reversedPairNoted', { otherCaseId: 'c', otherAreaId: 'a' }),
      ['reversedPair to coordinator'],
    ],
    [
      'a referral that says otherwise how the victim can be reached, to whoever supports her',
      fact('safeContactProposed', { victimId: 'v', proposalId: 'p', fromCaseId: 'c' }),
      ['safeContactProposed to adviser', 'safeContactProposed to coordinator'],
    ],
    [
      'an assessment without a referral',
      fact('assessedWithoutReferral', { assessmentId: 'a', agencyId: 'police' }),
      ['assessedAnew to coordinator'],
    ],
    ['an incomplete one', fact('referralReturned', { missing: [], noteId: null }), ['referralReturned to referrer']],
    ['an action', actionSet, ['actionSet to owner']],
    [
      'a suspension of contact',
      fact('contactSuspended', { victimId: 'v', attemptId: 'a' }),
      ['contactSuspended to serviceManager'],
    ],
    [
      'a death, to those who decide on a review, to the coordinator and to the adviser',
      fact('victimDied', { contentId: null }),
      ['victimDied to reviewDeciders', 'victimDied to coordinator', 'victimDied to adviser'],
    ],
    [
      'that a death was recorded by mistake, to all who had heard of it',
      fact('deathTakenBack', { reasonId: 'why', owed: [], owedFrom: '2026-03-16T09:00:00.000Z' }),
      ['deathTakenBack to reviewDeciders', 'deathTakenBack to coordinator', 'deathTakenBack to adviser'],
    ],
    [
      'who goes along to a hearing, each of them',
      fact('hearingCompanySet', { liveDateId: 'h', companionIds: ['one', 'two', 'one'], watchedById: null }),
      ['hearingCompany to owner', 'hearingCompany to owner'],
    ],
    [
      'who goes along to a hearing from the start, or has to go on another day',
      fact('liveDateAdded', {
        liveDateId: 'h',
        kind: 'hearing',
        at: null,
        contentId: null,
        companionIds: ['one', 'two'],
      }),
      ['hearingCompany to owner', 'hearingCompany to owner'],
    ],
    [
      'nobody of a hearing that is over, written down later',
      fact('liveDateAdded', {
        ...{ liveDateId: 'h', kind: 'hearing', at: '2026-03-01T10:00:00.000Z', contentId: null, companionIds: ['one'] },
      }),
      [],
    ],
    [
      'a report of further abuse',
      fact('furtherAbuseReported', { reportId: 'r', newCaseId: null, withinFlag: true }),
      ['furtherAbuse to coordinator', 'furtherAbuse to adviser'],
    ],
    [
      'that a report is about other people',
      fact('reportTakenOut', { reportId: 'r', newCaseId: 'c', reasonId: 'why', byId: 'b' }),
      ['reportTakenOut to coordinator', 'reportTakenOut to adviser'],
    ],
    [
      'that a repeat was opened for it, and its reporter where nothing is left of that',
      fact('referralTakenBack', { reportId: 'r' }),
      ['referralScreened to referrer'],
    ],
    ['a notification of children', notified(false), ['childrenNotified to receivingService']],
    [
      'a hand-over',
      fact('handedOver', { handoverId: 'h', toAgencyId: 'x', urgent: false }),
      ['handedOver to receivingService'],
    ],
    [
      'one to safeguarding',
      fact('safeguardingHandedOver', { handoverId: 'h', toAgencyId: 'x' }),
      ['handedOver to receivingService'],
    ],
    [
      'an entry that was set aside',
      fact('commandParked', { commandType: 'listCase', problem: 'TypeError' }),
      ['commandParked to administrator', 'commandParked to systemAdministrator'],
    ],
    ['nothing about an attempt at contact', fact('outcomeTold', { result: 'told', reasonId: null }), []],
  ])('%s', (_meaning, one, expected) => {
    expect(told(one)).toEqual(expected);
  });

  it('of one child waits a little for siblings who are owed it too', () => {
    const alone = noticesOf(notified(false), { deferrals: 0, silent: false });
    expect(alone.map(({ waitsMinutes }) => waitsMinutes)).toEqual([undefined]);
    const one = notified(false, { siblingsOwed: true });
    expect(noticesOf(one, { deferrals: 0, silent: false }).map(({ waitsMinutes }) => waitsMinutes)).toEqual([10]);
  });

  it('names whose an action is, and which service was notified', () => {
    expect(noticesOf(actionSet, { deferrals: 0, silent: false })[0]).toMatchObject({
      ownerId: 'rep',
      agencyId: 'housing',
    });
    expect(noticesOf(notified(false), { deferrals: 0, silent: false })[0]).toMatchObject({
      ownerId: null,
      agencyId: 'services',
    });
  });

  it('tells the new owner of an action that was reassigned', () => {
    const moved = fact('actionReassigned', { actionId: 'a', agencyId: 'police', ownerId: null, reasonId: 'r' });
    expect(noticesOf(moved, { deferrals: 0, silent: false })).toMatchObject([
      { code: 'actionSet', agencyId: 'police' },
    ]);
  });

  it('tells the chair of a second deferral and not of the first', () => {
    expect(told(deferred, { deferrals: 1 })).toEqual([]);
    expect(told(deferred, { deferrals: 2 })).toEqual(['secondDeferral to chair']);
  });

  it('does not notify children’s services a second time of what the police have sent', () => {
    expect(told(notified(true))).toEqual([]);
  });

  it('tells nobody anything while a case is silent', () => {
    expect(told(actionSet, { silent: true })).toEqual([]);
    expect(told(fact('victimDied', { contentId: null }), { silent: true })).toEqual([]);
  });

  it('has somebody else to tell wherever the first may be missing', () => {
    const news = [actionSet, notified(false), fact('victimDied', { contentId: null })];
    const ladders = news.flatMap((one) => noticesOf(one, { deferrals: 0, silent: false })).map(({ ladder }) => ladder);
    for (const ladder of ladders) expect(ladder.length).toBeGreaterThan(1);
  });
});
