import {
  type AssessmentCommandPayloads,
  type AssessmentCommandType,
  type AssessmentProposal,
  decideAssessment,
} from '../../domain/assessments/decideAssessment.ts';
import type { IsoInstant, Occurred } from '../../domain/calendar/time.ts';
import type { CommandAnswer } from '../../domain/lifecycle/command.ts';
import type { Refusal } from '../../domain/lifecycle/refusal.ts';
import type { Tx } from '../prismaClient.ts';
import { openAssessment, type OpenAssessment } from './openAssessment.ts';
import { recordInMatter, type RecordingTools } from './recordInMatter.ts';

/** A command about an assessment, staged in the same transaction. */
export type StagedAssessmentCommand = {
  [T in AssessmentCommandType]: {
    readonly commandId: string;
    readonly assessmentId: string;
    readonly type: T;
    readonly payload: AssessmentCommandPayloads[T];
    readonly occurred: Occurred;
  };
}[AssessmentCommandType];

/**
 * Decides and records a command about an assessment in the transaction in which it was staged: it has no workflow, so
 * nothing is ever staged and not decided.
 */
export async function decideAssessmentHere(
  tx: Tx,
  command: StagedAssessmentCommand,
  recordedAt: IsoInstant,
  tools: RecordingTools,
): Promise<CommandAnswer> {
  const { commandId, assessmentId, occurred } = command;
  const open = await openAssessment(tx, assessmentId, commandId);
  return recordHere(
    tx,
    open,
    { commandId, occurred, recordedAt, decision: decideAssessment(open.standing, command, occurred) },
    tools,
  );
}

/** Records what was decided of an assessment under its lock. */
export async function recordHere(
  tx: Tx,
  open: OpenAssessment,
  decided: {
    readonly commandId: string | null;
    readonly occurred: Occurred;
    readonly recordedAt: IsoInstant;
    readonly decision: AssessmentProposal | Refusal;
  },
  tools: RecordingTools,
): Promise<CommandAnswer> {
  const { id: matterId, epoch, seq: version } = open;
  const outcome = await recordInMatter(tx, open, { matterId, epoch, version, ...decided }, tools);
  if (outcome.status !== 'recorded') throw new Error('An assessment under its lock was written to by somebody else.');
  return outcome.answer;
}
