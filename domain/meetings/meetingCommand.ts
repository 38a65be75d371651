import type { IsoDate, IsoInstant, Occurred } from '../calendar/time.ts';
import { londonDate } from '../calendar/london.ts';
import type { ClockAsk, PlanningAsk } from '../duties/changeClock.ts';
import type { CommandPayloads } from '../lifecycle/command.ts';
import type { Refusal } from '../lifecycle/refusal.ts';
import type { ProposalOf } from '../matters/matter.ts';
import type { Attendee, CaseOutcome, MeetingFact, MeetingFactData, ResearchResult, Sitting } from './meetingFact.ts';
import type { MeetingState } from './meetingState.ts';

/** What each command about a meeting carries into the engine. */
export interface MeetingCommandPayloads {
  callMeeting: Omit<MeetingFactData['meetingCalled'], 'cutOffOn' | 'capacity' | 'silent'> & {
    /** Left to policy where null. */
    readonly capacity: number | null;
  };
  moveMeeting: Pick<Sitting, 'startsAt' | 'on'> & { readonly reasonId: string | null };
  cancelMeeting: { readonly reasonId: string | null };
  /** Sent by the calendar to a meeting that both rhythms have, where an area changes from one to the other. */
  moveCutOff: Record<string, never>;
  /** Sent by the calendar of the area when the meeting is near enough. */
  inviteAgencies: Record<string, never>;
  /** Sent by the meeting itself when the cut-off has passed, or before that by whoever runs it. */
  lockList: Record<string, never>;
  /** Follow-ups of what is decided about a case after the list was locked. */
  admitCase: { readonly caseId: string };
  dismissCase: { readonly caseId: string };
  returnResearch: {
    readonly agencyId: string;
    readonly caseId: string;
    readonly result: ResearchResult;
    readonly contentId: string | null;
    /** Of many answers given at once: what a colleague has answered meanwhile stands. */
    readonly onlyIfUnanswered?: true;
  };
  sendAgenda: Record<string, never>;
  recordAttendance: { readonly attendees: readonly Attendee[] };
  takeCase: CaseOutcome;
  concludeMeeting: Record<string, never>;
  confirmMinutes: { readonly contentId: string | null };
  sendMinutes: Record<string, never>;
  correctMinutes: { readonly reasonId: string; readonly contentId: string };
  acknowledgeDelay: CommandPayloads['acknowledgeEscalation'];
  /** Sent by the product itself, to every meeting whose clocks a changed policy or calendar moves. */
  planClocksAnew: CommandPayloads['planClocksAnew'];
  endMeeting: Record<string, never>;
}

export type MeetingCommandType = keyof MeetingCommandPayloads;

/** What a decision about a meeting needs that only the store can know. */
export type MeetingAsk =
  | { readonly type: 'call' }
  | { readonly type: 'invite' }
  | { readonly type: 'move' }
  | { readonly type: 'cutOff' }
  | { readonly type: 'lock' }
  | { readonly type: 'admit'; readonly caseId: string }
  | { readonly type: 'relist'; readonly reasonId: string | null; readonly to: 'anyMeeting' | 'thisMeeting' }
  | { readonly type: 'conclude' }
  | { readonly type: 'sendMinutes' }
  | ClockAsk
  | PlanningAsk;

export type MeetingProposal = ProposalOf<MeetingFact, MeetingAsk>;

/** Decides one command against the state of the meeting; pure, and free of every figure that policy may change. */
export type MeetingDecider<T extends MeetingCommandType> = (
  state: MeetingState,
  payload: MeetingCommandPayloads[T],
  when: { readonly occurred: Occurred; readonly now: IsoInstant },
) => MeetingProposal | Refusal;

/** A proposal of facts, with nothing asked unless named. */
export function proposeMeeting(facts: readonly MeetingFact[], ...asks: readonly MeetingAsk[]): MeetingProposal {
  return { ok: true, facts, asks };
}

/** Whether a meeting lies in the past when it is called: it is put down as history, and nobody is told anything. */
export function isHistory(on: IsoDate, now: IsoInstant): boolean {
  return on < londonDate(now);
}

/** The first day on which a meeting could be held: its own. */
export function isDayReached({ on }: MeetingState, today: IsoDate): boolean {
  return on !== null && on <= today;
}
