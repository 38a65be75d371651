import { describe, expect, it } from 'vitest';
import type { AgendaView, CaseTakenView, MinutesView } from '../../../contracts/views/meetingDocumentViews.ts';
import type { Names } from '../../office/readNames.ts';
import { agencyActionsPaper } from './agencyActionsPaper.ts';
import { agendaPaper } from './agendaPaper.ts';
import { minutesPaper } from './minutesPaper.ts';

const names: Names = {
  area: () => 'Maidstone',
  agency: (code) => (code === null ? null : `${code} of Kent`),
  areaById: () => null,
  agencyById: () => null,
};
const nameOf = () => null;
const open = (text: string) => ({ state: 'open' as const, text });
const withheld = { state: 'withheld' as const, text: null };
const meeting = {
  meetingId: '0190a0c4-0000-7000-8000-000000000001',
  area: 'maidstone',
  startsAt: '2026-03-24T09:30:00.000Z',
};
const listed = {
  heardBefore: null,
  perpetrator: null,
  children: 0,
  repeat: false,
  planReviewed: false,
  transferred: false,
  transferredFrom: null,
  deferrals: 0,
  openActions: 0,
  overflow: false,
  victimView: null,
  missing: [],
  outcome: null,
};
const agenda: AgendaView = {
  ...meeting,
  kind: 'ordinary',
  sentAt: null,
  headings: [],
  unfinishedActions: [],
  casesWithChildren: [
    { ...listed, number: 1, reference: 'AAAA-1111', victim: 'Elowen Ashdown', children: 2, repeat: true },
  ],
  casesWithAdults: [
    {
      ...listed,
      number: 2,
      reference: 'BBBB-2222',
      victim: null,
      victimView: open('She wants to stay.'),
      missing: ['housing'],
    },
  ],
  reachingTwelveMonths: [{ reference: 'CCCC-3333', endsOn: '2026-04-01' }],
};
const action = (agency: string, description: MinutesView['cases'][number]['decision']) => ({
  actionId: meeting.meetingId,
  agency,
  ownerId: null,
  risk: 'physicalHarm',
  urgent: false,
  due: { type: 'day' as const, date: '2026-04-07' },
  description,
});
const taken: CaseTakenView = {
  reference: 'AAAA-1111',
  victim: 'Elowen Ashdown',
  outcome: 'presented',
  presentedBy: 'police',
  because: null,
  reason: null,
  information: [{ agency: 'health', words: withheld }],
  risks: ['physicalHarm'],
  decision: open('Keep the flag.'),
  minute: null,
  actions: [action('housing', open('Change the locks.'))],
};
const wordsOf = ({ parts }: { readonly parts: readonly object[] }) => JSON.stringify(parts);

describe('the agenda on paper', () => {
  it('has the practised headings in their order, and each case under its own', () => {
    const { parts, title } = agendaPaper(agenda, names);
    expect(title).toBe('Agenda: MARAC Maidstone, Tuesday 24 March 2026');
    expect(parts.flatMap((part) => (part.type === 'heading' ? [part.text] : []))).toEqual([
      '1. Confidentiality',
      '2. Unfinished actions of earlier meetings',
      '3. Cases with children',
      '1. AAAA-1111 Elowen Ashdown',
      '4. Cases with adults only',
      '2. BBBB-2222',
      '5. Cases reaching twelve months',
      '6. Other business',
    ]);
  });

  it('says that the last plan of a repeat was not reviewed, and what the victim wants known', () => {
    const words = wordsOf(agendaPaper(agenda, names));
    expect(words).toContain('2 children. Repeat, last plan not reviewed');
    expect(words).toContain('She wants to stay.');
    expect(words).toContain('housing of Kent');
    expect(words).toContain('CCCC-3333: the flag ends on Wednesday 1 April 2026');
  });
});

describe('a case that another area had sent', () => {
  it('says on the agenda which area that was', () => {
    const sent = { ...listed, transferred: true, transferredFrom: 'swale', number: 1, victim: null };
    const view = { ...agenda, casesWithAdults: [{ ...sent, reference: 'DDDD-4444' }] };
    const area = (code: string) => ({ maidstone: 'Maidstone', swale: 'Swale' })[code] ?? code;
    expect(wordsOf(agendaPaper(view, { ...names, area }))).toContain('Transferred from Swale');
    expect(wordsOf(agendaPaper(agenda, names))).not.toContain('Transferred');
  });
});

describe('a case that was heard before', () => {
  it('says on the agenda on which day', () => {
    const again = { ...listed, heardBefore: '2026-02-24', number: 1, victim: null, reference: 'DDDD-4444' };
    const view = { ...agenda, casesWithAdults: [again] };
    expect(wordsOf(agendaPaper(view, names))).toContain('Heard before on Tuesday 24 February 2026');
    expect(wordsOf(agendaPaper(agenda, names))).not.toContain('Heard before');
  });
});

describe('the minutes on paper', () => {
  const minutes: MinutesView = {
    ...meeting,
    heldAt: null,
    state: 'sent',
    versionOut: 1,
    whole: true,
    attendees: [
      {
        attendeeId: meeting.meetingId,
        agency: 'police',
        practitionerId: null,
        name: open('A. Nother'),
        presence: 'present',
        signed: true,
      },
    ],
    cases: [taken, { ...taken, outcome: 'deferred', because: 'nobodyCouldBrief', reason: withheld }],
    versions: [
      { version: 1, at: meeting.startsAt, words: null, reason: null },
      { version: 2, at: meeting.startsAt, words: open('The locks are new already.'), reason: open('Housing called.') },
    ],
    revision: 4,
  };

  it('hold who was there, what was decided, and each correction; nothing that is withheld', () => {
    const paper = minutesPaper(minutes, names, nameOf);
    const words = wordsOf(paper);
    expect(paper.about).toBe('Confirmed and sent, version 2');
    for (const expected of [
      'A. Nother',
      'Keep the flag.',
      'Change the locks.',
      'Correction, version 2',
      'Housing called.',
    ])
      expect(words).toContain(expected);
    expect(words).toContain('Deferred: nobody could brief.');
    expect(words).not.toContain('health of Kent');
    expect(words).not.toMatch(/null|undefined|object Object/);
  });

  it('an agency has a paper of its own actions alone', () => {
    const own = { ...meeting, state: 'sent' as const, agency: 'housing' };
    const cases = [{ reference: 'AAAA-1111', victim: null, actions: taken.actions }];
    const paper = agencyActionsPaper({ ...own, cases }, names, nameOf);
    expect(paper.marking).toBe('Confidential. For housing of Kent alone.');
    expect(wordsOf(paper)).toContain('Change the locks.');
    expect(wordsOf(paper)).not.toContain('Keep the flag.');
    expect(wordsOf(agencyActionsPaper({ ...own, cases: [] }, names, nameOf))).toContain('No action of this agency');
  });
});
