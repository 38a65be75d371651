import { continueAsNew, patched } from '@temporalio/workflow';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { nextClockWake } from '../../domain/matters/matter.ts';
import {
  decideMeeting,
  isLeftOpen,
  isPastItsYear,
  meetingByItself,
  nextMeetingMoment,
} from '../../domain/meetings/decideMeeting.ts';
import type { MeetingProposal } from '../../domain/meetings/meetingCommand.ts';
import type { MeetingFact } from '../../domain/meetings/meetingFact.ts';
import { evolveMeeting, type MeetingState, newMeeting } from '../../domain/meetings/meetingState.ts';
import { liveMatter } from '../matter/liveMatter.ts';
import { type EngineMeetingCommand, type MeetingStart, mostEventsOfARun } from '../messages.ts';
import { deliverFollowUps, fireMeetingRungs, parkMeetingCommand, recordMeetingDecision } from './activities.ts';

/**
 * One meeting from the day it is called until a year after it was held or cancelled. Its list is locked by itself when
 * the cut-off has passed; what it decides goes to its cases as commands.
 */
export async function maracMeeting(start: MeetingStart): Promise<void> {
  const { meetingId, epoch, mostEvents } = start;
  await liveMatter<MeetingState, EngineMeetingCommand, MeetingFact, MeetingProposal>({
    state: start.state ?? newMeeting(),
    mostEvents,
    hasEnded: ({ stage }) => stage === 'ended',
    byItself: (state, now) => meetingByItself(state, now) ?? endedLeftOpen(state, now),
    nextWake,
    decide: decideMeeting,
    record: (decided) => recordMeetingDecision({ meetingId, epoch, ...decided }),
    fire: (seen) => fireMeetingRungs({ meetingId, epoch, ...seen }),
    park: (parked) => parkMeetingCommand({ meetingId, ...parked }),
    evolve: evolveMeeting,
    setOff: (fact, _state, commandId) =>
      isForCases(fact) && commandId !== null ? [deliverFollowUps({ commandId })] : [],
    goOn: (state) =>
      continueAsNew<typeof maracMeeting>({ ...start, state, mostEvents: mostEvents ?? mostEventsOfARun }),
  });
}

/** A meeting that was never concluded once ended all the same, with its cases on its list: its past stays as it was. */
function endedLeftOpen(state: MeetingState, now: IsoInstant): ReturnType<typeof meetingByItself> {
  const wouldHaveEnded = isLeftOpen(state) && isPastItsYear(state, now);
  return wouldHaveEnded && !patched('meeting-left-open') ? { type: 'endMeeting', payload: {} } : null;
}

/** What the cases on the list have to hear of. */
function isForCases({ type }: MeetingFact): boolean {
  return type === 'meetingHeld' || type === 'meetingCancelled' || type === 'meetingMoved';
}

function nextWake(state: MeetingState, now: IsoInstant): IsoInstant | null {
  const moments = [nextClockWake(state), nextMeetingMoment(state, now)];
  return moments.filter((at) => at !== null).toSorted()[0] ?? null;
}
