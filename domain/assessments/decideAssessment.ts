import type { Occurred } from '../calendar/time.ts';
import { refuse, type Refusal } from '../lifecycle/refusal.ts';
import type { ProposalOf } from '../matters/matter.ts';
import type { AssessmentFact, AssessmentFactData } from './assessmentFact.ts';
import type { AssessmentStanding } from './assessmentStanding.ts';

/** What each command about an assessment that stands alone carries. */
export interface AssessmentCommandPayloads {
  recordAssessment: Omit<AssessmentFactData['assessmentRecorded'], 'grade' | 'escalation'>;
  decideNotReferred: AssessmentFactData['notReferredDecided'];
}
export type AssessmentCommandType = keyof AssessmentCommandPayloads;

/** What only the store knows: the thresholds in force, and whether the two people were referred already. */
export interface AssessmentAsk {
  readonly type: 'gradeAssessment';
}
export type AssessmentProposal = ProposalOf<AssessmentFact, AssessmentAsk>;

type AnyCommand = {
  [T in AssessmentCommandType]: { readonly type: T; readonly payload: AssessmentCommandPayloads[T] };
}[AssessmentCommandType];

/** Decides a command against an assessment as it stands; null: nothing is recorded of it yet. */
export function decideAssessment(
  standing: AssessmentStanding | null,
  command: AnyCommand,
  occurred: Occurred,
): AssessmentProposal | Refusal {
  if (command.type === 'recordAssessment') {
    if (standing) return refuse('ASSESSMENT_EXISTS');
    const data = { ...command.payload, grade: 'standard' } as const;
    return { ok: true, facts: [{ type: 'assessmentRecorded', occurred, data }], asks: [{ type: 'gradeAssessment' }] };
  }
  if (standing?.status !== 'open') return refuse('NO_REFERRAL_OWED');
  return { ok: true, facts: [{ type: 'notReferredDecided', occurred, data: command.payload }], asks: [] };
}

/** What is recorded where the two people turn out to have been referred. */
export function foundReferred(caseId: string, occurred: Occurred): AssessmentProposal {
  return { ok: true, facts: [{ type: 'assessmentReferred', occurred, data: { caseId } }], asks: [] };
}
