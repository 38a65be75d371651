import { addMonths, endOfLondonDay } from '../calendar/london.ts';
import type { IsoInstant, Occurred } from '../calendar/time.ts';
import { refuse, type Refusal } from '../lifecycle/refusal.ts';
import * as calendar from './commands/calendar.ts';
import * as list from './commands/list.ts';
import * as minutes from './commands/minutes.ts';
import * as table from './commands/table.ts';
import {
  type MeetingCommandPayloads,
  type MeetingCommandType,
  type MeetingDecider,
  type MeetingProposal,
  proposeMeeting,
} from './meetingCommand.ts';
import type { MeetingState } from './meetingState.ts';

const deciders: { [T in MeetingCommandType]: MeetingDecider<T> } = {
  callMeeting: calendar.callMeeting,
  moveMeeting: calendar.moveMeeting,
  cancelMeeting: calendar.cancelMeeting,
  moveCutOff: calendar.moveCutOff,
  inviteAgencies: calendar.inviteAgencies,
  lockList: list.lockList,
  admitCase: list.admitCase,
  dismissCase: list.dismissCase,
  returnResearch: list.returnResearch,
  sendAgenda: list.sendAgenda,
  recordAttendance: table.recordAttendance,
  takeCase: table.takeCase,
  concludeMeeting: table.concludeMeeting,
  confirmMinutes: minutes.confirmMinutes,
  sendMinutes: minutes.sendMinutes,
  correctMinutes: minutes.correctMinutes,
  acknowledgeDelay: (_state, payload) => proposeMeeting([], { type: 'acknowledge', ...payload }),
  planClocksAnew: (_state, payload) => proposeMeeting([], { type: 'planAnew', ...payload }),
  endMeeting: (_state, _payload, { occurred }) => proposeMeeting([{ type: 'meetingEnded', occurred, data: {} }]),
};

/** Decides any command against the state of its meeting: facts to record and questions to the store, or a refusal. */
export function decideMeeting<T extends MeetingCommandType>(
  state: MeetingState,
  command: { readonly type: T; readonly payload: MeetingCommandPayloads[T] },
  when: { readonly occurred: Occurred; readonly now: IsoInstant },
): MeetingProposal | Refusal {
  if (state.stage === 'ended') return refuse('MEETING_ENDED');
  if (state.stage === 'new' && command.type !== 'callMeeting') return refuse('UNKNOWN_MEETING');
  if (state.stage === 'cancelled' && !['endMeeting', 'dismissCase'].includes(command.type))
    return refuse('MEETING_CANCELLED');
  return deciders[command.type](state, command.payload, when);
}

/** Months for which a meeting stays open, so that its minutes can be corrected. */
const openForMonths = 12;

/**
 * What a meeting does by itself: its list is locked when the cut-off has passed; a year after it was held or cancelled it ends. One
 * that was neither stays open, for as long as cases stand on its list.
 */
export function meetingByItself(
  state: MeetingState,
  now: IsoInstant,
): { readonly type: 'lockList' | 'endMeeting'; readonly payload: Record<string, never> } | null {
  const { lock } = momentsOf(state);
  if (lock !== null && lock <= now) return { type: 'lockList', payload: {} };
  return isPastItsYear(state, now) && !isLeftOpen(state) ? { type: 'endMeeting', payload: {} } : null;
}

/** Whether a meeting was neither held nor cancelled; one that was put down as history is nobody's task. */
export function isLeftOpen({ stage, silent }: Pick<MeetingState, 'stage' | 'silent'>): boolean {
  return !silent && (stage === 'planned' || stage === 'locked');
}

/** Whether the time in which minutes can be corrected is over and nothing is owed any more. */
export function isPastItsYear(state: MeetingState, now: IsoInstant): boolean {
  const { end } = momentsOf(state);
  return end !== null && end <= now && Object.keys(state.clocks).length === 0;
}

/** The next moment at which a meeting has to do something that is no clock; null where there is none. */
export function nextMeetingMoment(state: MeetingState, now: IsoInstant): IsoInstant | null {
  const { lock, end } = momentsOf(state);
  return [lock, end].filter((at): at is IsoInstant => at !== null && at > now).toSorted()[0] ?? null;
}

function momentsOf({ stage, silent, on, cutOffOn }: MeetingState): {
  readonly lock: IsoInstant | null;
  readonly end: IsoInstant | null;
} {
  if (on === null || cutOffOn === null || stage === 'ended') return { lock: null, end: null };
  return {
    lock: stage === 'planned' && !silent ? endOfLondonDay(cutOffOn) : null,
    end: endOfLondonDay(addMonths(on, openForMonths)),
  };
}
