import { done, type DutyChange, fallsAway, nobody, starts } from '../duties/dutyChange.ts';
import type { ClockSubject } from '../clocks/clock.ts';
import type { MeetingFact } from './meetingFact.ts';
import type { MeetingStanding } from './meetingStanding.ts';

/** What a fact begins and ends among the duties of a meeting; `standing` is the meeting after the fact. */
export function meetingDutiesOf(fact: MeetingFact, standing: MeetingStanding): readonly DutyChange[] {
  if (standing.silent) return [];
  const meeting: ClockSubject = { type: 'meeting', id: standing.id };
  const { onDate: meetingOn } = standing;
  switch (fact.type) {
    case 'meetingCalled':
      return [starts('agendaOut', meeting, nobody, { meetingOn })];
    case 'meetingMoved':
      // What has not come back yet is asked for anew, by the new date.
      return [fallsAway(['agendaOut', 'researchReturn'], 'moved'), starts('agendaOut', meeting, nobody, { meetingOn })];
    case 'meetingCancelled':
      return [fallsAway(['agendaOut', 'researchReturn'], 'cancelled')];
    case 'agendaSent':
      return [done(['agendaOut'])];
    case 'researchAsked': {
      const { requestId, agencyId, urgent } = fact.data;
      const owner = { agencyId, ownerId: null };
      return [starts('researchReturn', { type: 'researchRequest', id: requestId }, owner, { meetingOn, urgent })];
    }
    case 'researchComplete':
      return [done(['researchReturn'], fact.data.requestId)];
    case 'meetingHeld':
      return [fallsAway(['agendaOut', 'researchReturn'], 'meetingHeld'), starts('minutesOut', meeting, nobody)];
    case 'minutesCorrected':
      return [fallsAway(['minutesOut'], 'corrected'), starts('minutesOut', meeting, nobody)];
    case 'minutesSent':
      return [done(['minutesOut'])];
    case 'agenciesInvited':
    case 'listLocked':
    case 'caseAdmitted':
    case 'caseLeft':
    case 'researchReturned':
    case 'attendanceRecorded':
    case 'caseTaken':
    case 'researchSilent':
    case 'minutesConfirmed':
    case 'meetingEnded':
    case 'commandParked':
      return [];
  }
}
