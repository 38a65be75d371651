import { describe, expect, it } from 'vitest';
import type { MeetingFact, MeetingSort } from './meetingFact.ts';
import { meetingNewsOf } from './meetingNews.ts';
import { type MeetingStanding, meetingStandingAfter } from './meetingStanding.ts';

const occurred = { at: '2026-03-02T10:00:00.000Z', precision: 'minute' } as const;
const sitting = { startsAt: '2026-04-14T08:30:00.000Z', on: '2026-04-14', cutOffOn: '2026-03-30' };
const agencies = ['housing', 'police'];

function aMeeting(kind: MeetingSort = 'ordinary', silent = false): MeetingStanding {
  const data = { ...sitting, areaId: 'maidstone', kind, capacity: 16, slot: null, silent };
  return meetingStandingAfter(null, 'meeting-1', { type: 'meetingCalled', occurred, data });
}

const moved = { ...sitting, from: sitting.startsAt, reasonId: null, caseIds: [], locked: false };
const invited: MeetingFact = { type: 'agenciesInvited', occurred, data: { agencyIds: agencies } };
const movedAfter: MeetingFact = { type: 'meetingMoved', occurred, data: { ...moved, invitedAgencyIds: agencies } };

/** Who is told what: the first roles asked, and of which agency. */
function told(fact: MeetingFact, standing = aMeeting()): string[] {
  return meetingNewsOf(fact, standing).map(({ code, ladder, agencyId }) => {
    return `${code}: ${agencyId ?? 'the area'}, ${(ladder[0] ?? []).join()}`;
  });
}

describe('a meeting tells the agencies that come', () => {
  it('that they are asked to it, each once, and the chair', () => {
    const each = ['meetingInvited: housing, owner', 'meetingInvited: police, owner'];
    expect(told(invited)).toEqual([...each, 'meetingInvited: the area, chair']);
    expect(told(invited, aMeeting('emergency')), 'the chair heard that it was called').toEqual(each);
  });

  it('that it has moved, where they had been invited', () => {
    expect(told(movedAfter)).toEqual([
      'meetingMoved: housing, owner',
      'meetingMoved: police, owner',
      'meetingMoved: the area, chair',
    ]);
    expect(told({ type: 'meetingMoved', occurred, data: { ...moved, invitedAgencyIds: [] } })).toEqual([]);
    expect(told({ type: 'meetingMoved', occurred, data: moved }), 'a record from before invitations').toEqual([]);
  });

  it('that it was cancelled; the chair hears of it in any case', () => {
    const data = { reasonId: null, caseIds: ['case-1'] };
    expect(told({ type: 'meetingCancelled', occurred, data })).toEqual(['meetingCancelled: the area, chair']);
    expect(told({ type: 'meetingCancelled', occurred, data: { ...data, invitedAgencyIds: ['police'] } })).toEqual([
      'meetingCancelled: the area, chair',
      'meetingCancelled: police, owner',
    ]);
  });

  it('nothing of a meeting that is history', () => {
    for (const fact of [invited, movedAfter]) expect(told(fact, aMeeting('ordinary', true))).toEqual([]);
  });
});
