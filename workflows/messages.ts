import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { IsoDate, Occurred } from '../domain/calendar/time.ts';
import type { CaseState } from '../domain/lifecycle/caseState.ts';
import type { MeetingCommandPayloads, MeetingCommandType } from '../domain/meetings/meetingCommand.ts';
import type { MeetingState } from '../domain/meetings/meetingState.ts';
import type { MatterState } from '../domain/matters/matter.ts';
import type { CommandAnswer, CommandPayloads, CommandType } from '../domain/lifecycle/command.ts';

/** A command as the engine sees it: ids, codes and dates. Its words are content and stay in Postgres. */
export type EngineCommand = {
  [T in CommandType]: {
    readonly commandId: string;
    readonly type: T;
    readonly occurred: Occurred;
    readonly payload: CommandPayloads[T];
  };
}[CommandType];

/** A command to any matter; each kind of matter has its own types of it. */
export interface MatterCommand {
  readonly commandId: string;
  readonly type: string;
  readonly occurred: Occurred;
  readonly payload: object;
}

/** The code of the application failure with which a crowded or draining workflow sends a command back. */
export const busy = 'BUSY';
/** The code of the application failure for a command that ran into a bug: it waits, visible, for the fix. */
export const parked = 'PARKED';

/** A command about a meeting as the engine sees it. */
export type EngineMeetingCommand = {
  [T in MeetingCommandType]: {
    readonly commandId: string;
    readonly type: T;
    readonly occurred: Occurred;
    readonly payload: MeetingCommandPayloads[T];
  };
}[MeetingCommandType];

/**
 * A run of a case or meeting ends after so many events of history and goes on in a new one. The engine would let it
 * grow to four thousand; to replay those beside other work takes longer than the engine waits, and then it is begun
 * again. Nineteen cases in twenty are closed in their first run.
 */
export const mostEventsOfARun = 400;

/** Why a workflow for a meeting is started: it is called, or rebuilt from what Postgres remembers. */
export interface MeetingStart {
  readonly meetingId: string;
  readonly epoch: number;
  readonly state: MeetingState | null;
  /** As with a case. */
  readonly mostEvents: number | null;
}

/** Why a workflow for a case is started: a new referral, or a rebuild from what Postgres remembers. */
export interface CaseStart {
  readonly caseId: string;
  readonly epoch: number;
  /** Present when the case goes on in a new run or is rebuilt. */
  readonly state: CaseState | null;
  /** A run ends after so many events of history, where the engine itself does not ask for it first. Null in old runs: only then. */
  readonly mostEvents: number | null;
}

/** The same for every kind of matter: its workflow is sent only commands that it knows. */
export const commandUpdate = defineUpdate<CommandAnswer, [MatterCommand]>('command');
/** Tells the workflow that facts may have been recorded by somebody else, so that it looks. */
export const lookAgainSignal = defineSignal('lookAgain');
export const stateQuery = defineQuery<MatterState>('state');

/** The flag of a pair, from the last accepted referral. */
export interface FlagWatch {
  readonly pairId: string;
  readonly caseId: string;
  readonly endsOn: IsoDate;
}
export const referralAcceptedSignal = defineSignal<[FlagWatch]>('referralAccepted');
