import { describe, expect, it } from 'vitest';
import type { CaseView } from '../../../../../contracts/views/caseView.ts';
import { groundOf } from './ground.ts';

// Friday 27 February 2026.
const now = '2026-02-27T09:00:00.000Z';
const names = { area: String, agency: (code: string | null) => code, areaById: () => null, agencyById: () => null };
const said = (text: string) => ({ state: 'open', text }) as const;
const listing = (status: string, meetingOn: string | null, reason: string | null) => {
  return {
    meetingId: '0190a0c4-0000-7000-8000-000000000001',
    meetingOn,
    status,
    overflow: false,
    words: reason && said(reason),
  };
};
const ground = (path: string, view: object, subjectId: string | null = null) =>
  groundOf(path, { view: view as CaseView, subjectId, names, now }).map(({ key, value, words }) =>
    words ? `${key}: ${value} (${words.text})` : `${key}: ${value}`,
  );

describe('what a decision rests on', () => {
  it('is for a chair every deferral with its reason, and the meeting it would wait for', () => {
    const listings = [
      listing('deferred', '2026-02-10', 'Nobody of housing was there.'),
      listing('deferred', '2026-02-24', 'The adviser was ill.'),
      listing('listed', '2026-03-10', null),
    ];
    expect(ground('/deferral-decision', { listings, actions: [{ status: 'open' }, { status: 'completed' }] })).toEqual([
      'Deferred: By the meeting of Tuesday 10 February, 17 days ago (Nobody of housing was there.)',
      'Deferred: By the meeting of Tuesday 24 February, 3 days ago (The adviser was ill.)',
      'Next meeting: Tuesday 10 March, in 7 working days',
      'Actions under way: 1 action',
    ]);
  });

  it('is until a meeting how the risk stands, and whether there is a meeting and anything is done', () => {
    const review = {
      change: 'higher',
      occurredAt: '2026-02-26T15:30:00.000Z',
      note: said('He has found the address.'),
    };
    const view = { grade: 'high', riskReviews: [review], listings: [], actions: [] };
    expect(ground('/interim-decision', view)).toEqual([
      'Risk: High',
      'Last looked at: Higher than before, yesterday at 3:30pm (He has found the address.)',
      'Next meeting: It is on no list',
      'Actions under way: None',
    ]);
  });

  it('is of two records nothing of one that is not for the reader', () => {
    const match = { matchId: 'one', part: 'victim', because: [], notedAt: now, answer: null, decidedAt: null };
    const view = { victim: null, likelyMatches: [{ ...match, areas: ['thanet'], cases: [], who: null }] };
    expect(ground('/likely-matches/:matchId/decision', view, 'one')).toEqual([
      'The victim of this case: ',
      'The other record: You may not see whose it is: its coordinator does',
      'Where that is: In a case of thanet',
      'What is alike: ',
    ]);
  });

  it('is of each child who has heard of them', () => {
    const child = { who: null, ageBand: 'from1To17', notified: true, school: { result: 'told' } };
    const [one, other] = ground('/child-removals', { children: [child, { ...child, notified: false, school: null }] });
    expect(one).toMatch(/^Child 1 .*: Children’s services have been told\. The school has been told$/);
    expect(other).toMatch(/^Child 2 .*: Children’s services have not been told$/);
  });

  it('is nothing where the form says it all', () => {
    expect(ground('/actions', {})).toEqual([]);
  });
});
