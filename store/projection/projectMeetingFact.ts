import type { MeetingFact } from '../../domain/meetings/meetingFact.ts';
import type { MeetingStanding } from '../../domain/meetings/meetingStanding.ts';
import { partId } from './partId.ts';
import type { RecordedFact } from './recordedFact.ts';
import type { WriteSet } from './writeSet.ts';

/** Lays a fact of a meeting over the tables beside the row of the meeting itself. */
export function projectMeetingFact(
  { id: factId, seq }: Pick<RecordedFact<MeetingFact>, 'id' | 'seq'>,
  fact: MeetingFact,
  { id: meetingId }: MeetingStanding,
  writes: WriteSet,
): void {
  const { at } = fact.occurred;
  switch (fact.type) {
    case 'researchAsked': {
      const { requestId: id, agencyId, caseIds, urgent } = fact.data;
      writes.add('research_request', { id, meetingId, agencyId, caseIds, urgent, askedAt: at, silentOn: [] });
      // Whoever is asked has a part in the case from then on: without one they could not read whom it is about.
      for (const [index, caseId] of caseIds.entries())
        writes.add('case_agency', { id: partId(factId, index), caseId, agencyId, part: 'research' });
      return;
    }
    case 'researchReturned':
      writes.add('research_return', { id: factId, meetingId, ...fact.data, returnedAt: at });
      return;
    case 'researchSilent':
      writes.add('research_request', { id: fact.data.requestId, silentOn: fact.data.caseIds });
      return;
    case 'attendanceRecorded':
      writes.add('meeting_table', { id: meetingId, attendees: fact.data.attendees, recordedAt: at });
      return;
    case 'caseTaken': {
      const { caseId, outcome } = fact.data;
      writes.add('case_at_meeting', { id: factId, meetingId, caseId, outcome, taken: fact.data, takenAt: at, seq });
      return;
    }
    case 'minutesConfirmed':
    case 'minutesCorrected': {
      const { version, contentId } = fact.data;
      const reasonId = 'reasonId' in fact.data ? fact.data.reasonId : null;
      writes.add('meeting_minutes', { id: factId, meetingId, version, contentId, reasonId, at });
      return;
    }
    case 'meetingCalled':
    case 'agenciesInvited':
    case 'meetingMoved':
    case 'meetingCancelled':
    case 'cutOffMoved':
    case 'listLocked':
    case 'caseAdmitted':
    case 'caseLeft':
    case 'researchComplete':
    case 'agendaSent':
    case 'meetingHeld':
    case 'minutesSent':
    case 'meetingEnded':
    case 'commandParked':
      return;
  }
}
