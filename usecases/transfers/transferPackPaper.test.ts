import { describe, expect, it } from 'vitest';
import type { TransferPackView } from '../../contracts/views/transferView.ts';
import type { Names } from '../office/readNames.ts';
import { transferPackPaper } from './transferPackPaper.ts';

const names: Names = {
  area: () => 'Maidstone',
  agency: (code) => (code === null ? null : `${code} of Kent`),
  areaById: () => null,
  agencyById: () => null,
};
const open = (text: unknown) => ({ state: 'open' as const, text });
const id = '0190a0c4-0000-7000-8000-000000000001';
const pack: TransferPackView = {
  transferId: id,
  reference: 'AAAA-1111',
  from: 'maidstone',
  to: null,
  outside: open({ name: 'MARAC of Ambridge', contact: 'by post to Borchester' }),
  status: 'pending',
  reason: open('She has moved.'),
  requestedAt: '2026-03-03T10:00:00.000Z',
  answeredAt: null,
  answer: null,
  repeat: true,
  grade: 'high',
  flagEndsOn: '2027-03-02',
  victim: {
    state: 'open',
    identity: {
      givenNames: 'Elowen',
      familyName: 'Ashdown',
      dateOfBirth: '1989-06-04',
      address: '3 Nightjar Terrace',
      postcode: 'ME7 1XX',
    },
  },
  perpetrator: { state: 'erased', identity: null },
  relationship: 'formerPartner',
  children: [{ ageBand: 'underOne', who: null, services: 'childrens-services' }],
  safeContact: {
    suspended: true,
    details: open({ numbers: ['07700 900123'], media: ['textMessage'], mayLeaveMessage: false }),
  },
  referral: open({
    narrative: 'He waited outside her work.',
    consent: { given: false, reason: 'Her life is at risk.', legalBasis: 'vitalInterests' },
    language: 'Kernewek',
    interpreterNeeded: true,
  }),
  assessments: [
    {
      tool: 'DASH',
      version: 'marac-1',
      count: 15,
      policeGrade: null,
      answers: open({ answers: [{ question: 'Are you afraid?', answer: 'notKnown' }] }),
      occurredAt: '2026-03-02T10:00:00.000Z',
    },
  ],
  minutes: [{ meetingOn: '2026-02-24', minute: open('Heard once before.') }],
  openActions: [
    {
      actionId: id,
      agency: 'housing',
      risk: 'physicalHarm',
      urgent: false,
      due: { type: 'day', date: '2026-03-17' },
      description: open('Change the locks.'),
    },
  ],
};
const lines = (view: TransferPackView) =>
  transferPackPaper(view, names).parts.map((part) => {
    if (part.type === 'table') return part.rows.map((row) => row.join(' | ')).join('\n');
    if (part.type === 'list') return part.items.join('\n');
    return part.type === 'paragraph' && part.label !== undefined ? `${part.label}: ${part.text}` : part.text;
  });

describe('the pack of a transfer on paper', () => {
  it('begins with how the victim can be reached safely, and says when nobody may try', () => {
    expect(lines(pack).slice(0, 5)).toEqual([
      'How the victim can be reached safely',
      'Contact is suspended: do not try to reach the victim.',
      'Safe to call: 07700 900123',
      'Ways: Text message',
      'Messages: Never leave a message',
    ]);
  });

  it('does not take what is not known for safe', () => {
    const unknown = { ...pack, safeContact: { suspended: false, details: null } };
    expect(lines(unknown)[1]).toBe('Not known. Do not try to reach the victim before it is.');
  });

  it('says what whoever takes the case over needs: who, what happened, on what ground, in which language, what is open', () => {
    expect(lines(pack)).toEqual(
      expect.arrayContaining([
        'Sent to: MARAC of Ambridge',
        'How it is reached: by post to Borchester',
        'Victim: Elowen Ashdown',
        'Born: 4/6/1989',
        'Address: 3 Nightjar Terrace, ME7 1XX',
        'Erased.',
        'He waited outside her work.',
        'On what ground: Vital interests of somebody',
        'Language the victim speaks best: Kernewek',
        'Interpreter: Needed',
        'A further incident is a repeat until: Tuesday 2 March 2027',
        'DASH: 15 ticks, Monday 2 March 2026',
        'Are you afraid? | Not known',
        'Tuesday 24 February 2026',
        'Heard once before.',
        'Change the locks. | Physical harm | housing of Kent | Tuesday 17 March 2026',
      ]),
    );
  });

  it('names nobody in its title and says in which state the transfer is', () => {
    const { title, about } = transferPackPaper(pack, names);
    expect(title).toBe('Transfer of case AAAA-1111: from MARAC Maidstone to a MARAC outside this system');
    expect(about).toContain('Waits for an answer');
  });
});
