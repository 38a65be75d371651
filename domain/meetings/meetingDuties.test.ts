import { describe, expect, it } from 'vitest';
import { happened } from '../../tests/builders/world.ts';
import type { DutyChange } from '../duties/dutyChange.ts';
import { meetingDutiesOf } from './meetingDuties.ts';
import type { MeetingFact } from './meetingFact.ts';
import { type MeetingStanding, meetingStandingAfter } from './meetingStanding.ts';

const occurred = happened('2026-03-02 10:00');
const on = '2026-03-24';
const sitting = { startsAt: '2026-03-24T09:30:00.000Z', on, cutOffOn: '2026-03-12' };
const sort = { areaId: 'maidstone', kind: 'ordinary', capacity: 16, slot: null } as const;
const calling = (silent: boolean): MeetingFact => ({
  type: 'meetingCalled',
  occurred,
  data: { ...sitting, ...sort, silent },
});
const held: MeetingFact = {
  type: 'meetingHeld',
  occurred,
  data: { presentAgencyIds: [], quorate: true, missingServices: [] },
};
const cancelled: MeetingFact = { type: 'meetingCancelled', occurred, data: { reasonId: null, caseIds: [] } };
const moved: MeetingFact = {
  type: 'meetingMoved',
  occurred,
  data: { ...sitting, on: '2026-03-26', from: sitting.startsAt, reasonId: null, caseIds: [], locked: false },
};

/** What becomes of the duty to conclude a meeting with each fact, in words. */
function conclusions(...facts: readonly MeetingFact[]): readonly string[] {
  let standing: MeetingStanding | null = null;
  return facts.flatMap((fact) => {
    standing = meetingStandingAfter(standing, 'meeting-1', fact);
    return meetingDutiesOf(fact, standing).flatMap(inWords);
  });
}

function inWords(change: DutyChange): readonly string[] {
  if (change.do === 'start' && change.kind === 'meetingConcluded') return [`begins for ${change.meetingOn}`];
  if (change.do === 'end' && change.kinds.includes('meetingConcluded')) return [change.reason ?? change.as];
  return [];
}

describe('what an agency is asked for an emergency meeting', () => {
  it('is due when that meeting begins at the latest', () => {
    const called = meetingStandingAfter(null, 'meeting-1', calling(false));
    const data = { requestId: 'request-1', agencyId: 'housing', caseIds: [], urgent: true };
    const asked = meetingDutiesOf({ type: 'researchAsked', occurred, data }, called);
    expect(asked).toMatchObject([{ kind: 'researchReturn', meetingAt: sitting.startsAt, meetingOn: on, urgent: true }]);
  });
});

describe('the agenda of a meeting that goes by another rhythm where it stays', () => {
  it('is due anew', () => {
    const called = meetingStandingAfter(null, 'meeting-1', calling(false));
    const fact: MeetingFact = { type: 'cutOffMoved', occurred, data: { cutOffOn: '2026-03-19', from: '2026-03-12' } };
    const standing = meetingStandingAfter(called, 'meeting-1', fact);
    expect(standing).toMatchObject({ cutOffOn: '2026-03-19', onDate: on, sequence: 0 });
    expect(meetingDutiesOf(fact, standing)).toMatchObject([
      { do: 'end', kinds: ['agendaOut'] },
      { do: 'start', kind: 'agendaOut', meetingOn: on },
    ]);
  });
});

describe('to conclude a meeting', () => {
  it('is owed from its calling until it is held or cancelled', () => {
    expect(conclusions(calling(false), held)).toEqual([`begins for ${on}`, 'done']);
    expect(conclusions(calling(false), cancelled)).toEqual([`begins for ${on}`, 'cancelled']);
  });

  it('moves with the meeting', () => {
    expect(conclusions(calling(false), moved)).toEqual([`begins for ${on}`, 'moved', 'begins for 2026-03-26']);
  });

  it('begins with the next thing that happens to a meeting called before anybody asked for it, and not after the end', () => {
    const locked: MeetingFact = { type: 'listLocked', occurred, data: { caseIds: [] } };
    const sent: MeetingFact = { type: 'agendaSent', occurred, data: { caseIds: [] } };
    const attended: MeetingFact = { type: 'attendanceRecorded', occurred, data: { attendees: [] } };
    for (const fact of [locked, sent, attended])
      expect(conclusions(calling(false), fact), fact.type).toEqual([`begins for ${on}`, `begins for ${on}`]);
    const left: MeetingFact = { type: 'caseLeft', occurred, data: { caseId: 'case-1' } };
    expect(conclusions(calling(false), cancelled, left)).toEqual([`begins for ${on}`, 'cancelled']);
  });

  it('is nobody’s duty where the meeting was put down as history', () => {
    expect(conclusions(calling(true), held)).toEqual([]);
  });
});
