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
      return [starts('agendaOut', meeting, nobody, { meetingOn }), ...conclusionOwed(standing)];
    case 'meetingMoved':
      // What has not come back yet is asked for anew, by the new date.
      return [
        fallsAway(['agendaOut', 'researchReturn', 'meetingConcluded'], 'moved'),
        starts('agendaOut', meeting, nobody, { meetingOn }),
        ...conclusionOwed(standing),
      ];
    case 'cutOffMoved':
      return [fallsAway(['agendaOut'], 'moved'), starts('agendaOut', meeting, nobody, { meetingOn })];
    case 'meetingCancelled':
      return [fallsAway(['agendaOut', 'researchReturn', 'meetingConcluded'], 'cancelled')];
    case 'agendaSent':
      return [done(['agendaOut']), ...conclusionOwed(standing)];
    case 'researchAsked': {
      const { requestId, agencyId, urgent } = fact.data;
      const owner = { agencyId, ownerId: null };
      const before = { meetingOn, meetingAt: standing.startsAt, urgent };
      return [starts('researchReturn', { type: 'researchRequest', id: requestId }, owner, before)];
    }
    case 'researchComplete':
      return [done(['researchReturn'], fact.data.requestId)];
    case 'meetingHeld':
      return [
        done(['meetingConcluded']),
        fallsAway(['agendaOut', 'researchReturn'], 'meetingHeld'),
        starts('minutesOut', meeting, nobody),
      ];
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
      return conclusionOwed(standing);
    case 'researchSilent':
    case 'minutesConfirmed':
    case 'meetingEnded':
    case 'commandParked':
      return [];
  }
}

/**
 * A meeting is concluded, moved or cancelled: else its cases stay on its list for ever. Meetings called before anybody asked for
 * that owe it from the next thing that happens to them; one that owes it already does so once.
 */
function conclusionOwed({ id, status, onDate: meetingOn }: MeetingStanding): readonly DutyChange[] {
  if (status !== 'planned') return [];
  return [starts('meetingConcluded', { type: 'meeting', id }, nobody, { meetingOn })];
}
