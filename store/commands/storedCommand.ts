import type { AssessmentCommandPayloads, AssessmentCommandType } from '../../domain/assessments/decideAssessment.ts';
import type { Occurred, Precision } from '../../domain/calendar/time.ts';
import type { CommandAnswer, CommandPayloads, CommandType } from '../../domain/lifecycle/command.ts';
import { type MatterType, matterTypes } from '../../domain/matters/matter.ts';
import type { MeetingCommandPayloads, MeetingCommandType } from '../../domain/meetings/meetingCommand.ts';
import type { Command } from '../generated/client.ts';
import { toInstant, toInstantOrNull } from '../time.ts';

/** Every command there is, about whatever kind of matter. */
export type AnyCommandType = CommandType | MeetingCommandType | AssessmentCommandType;
export type AnyPayload =
  | CommandPayloads[CommandType]
  | MeetingCommandPayloads[MeetingCommandType]
  | AssessmentCommandPayloads[AssessmentCommandType];

/** Under what a command is one and the same: who sent it, to what, with which key. */
export interface CommandKey {
  readonly actorId: string;
  readonly route: string;
  readonly key: string;
}

/** A command as its row has it: staged until it is answered. */
export interface StoredCommand extends CommandKey {
  readonly id: string;
  readonly bodyHash: string;
  readonly about: MatterType;
  /** The id of the matter: of the case, where it is about one. */
  readonly caseId: string;
  readonly type: AnyCommandType;
  readonly payload: AnyPayload;
  readonly occurred: Occurred;
  /** `parked`: it ran into a bug and waits for the fix. */
  readonly status: 'staged' | 'resolved' | 'parked';
  /** Raised each time it is sent again after it was parked: another attempt is another update to the engine. */
  readonly attempt: number;
  /** Present once it is resolved, and only then. */
  readonly answer: CommandAnswer | null;
  readonly stagedAt: string;
  readonly resolvedAt: string | null;
}

/** A row of `command` as the product knows it. */
export function storedCommand(row: Command): StoredCommand {
  return {
    id: row.id,
    actorId: row.actorId,
    route: row.route,
    key: row.key,
    bodyHash: row.bodyHash,
    about: matterTypes.find((each) => each === row.about) ?? 'case',
    caseId: row.caseId,
    type: row.type as AnyCommandType,
    payload: row.payload as unknown as AnyPayload,
    occurred: { at: toInstant(row.occurredAt), precision: row.occurredPrecision as Precision },
    status: row.status as StoredCommand['status'],
    attempt: row.attempt,
    answer: row.status === 'resolved' ? (row.answer as unknown as CommandAnswer) : null,
    stagedAt: toInstant(row.stagedAt),
    resolvedAt: toInstantOrNull(row.resolvedAt),
  };
}
