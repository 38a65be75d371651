import { londonDate } from '../calendar/london.ts';
import type { Occurred } from '../calendar/time.ts';
import { refuse, type Refusal } from '../lifecycle/refusal.ts';
import type { ProposalOf } from '../matters/matter.ts';
import type { AssessmentFact, AssessmentFactData } from './assessmentFact.ts';
import { type AssessmentStanding, mayBeHandedOver, serviceOfAssessment } from './assessmentStanding.ts';

/** What each command about an assessment that stands alone carries. */
export interface AssessmentCommandPayloads {
  recordAssessment: Omit<AssessmentFactData['assessmentRecorded'], 'grade' | 'escalation'> & {
    /** Of the hand-over that follows where it does not lead to MARAC. */
    readonly handoverId: string;
  };
  decideNotReferred: AssessmentFactData['notReferredDecided'];
  handOverAssessment: Omit<AssessmentFactData['assessmentHandedOver'], 'toldWithAnother'>;
  takeOnAssessment: AssessmentFactData['assessmentTakenOn'];
  refuseAssessment: AssessmentFactData['assessmentHandoverRefused'];
  decideNotHandedOver: AssessmentFactData['notHandedOverDecided'];
}
export type AssessmentCommandType = keyof AssessmentCommandPayloads;

/** What only the store knows: the thresholds in force, and whether the two people were referred already. */
export interface AssessmentAsk {
  readonly type: 'gradeAssessment';
  readonly handoverId: string;
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
    const { handoverId, ...assessed } = command.payload;
    const data = { ...assessed, grade: 'standard' } as const;
    const asks = [{ type: 'gradeAssessment', handoverId } as const];
    return { ok: true, facts: [{ type: 'assessmentRecorded', occurred, data }], asks };
  }
  if (command.type === 'decideNotReferred') {
    if (standing?.status !== 'open') return refuse('NO_REFERRAL_OWED');
    return proposed({ type: 'notReferredDecided', occurred, data: command.payload });
  }
  return decideHandover(standing, command, occurred);
}

type HandoverCommand = Extract<
  AnyCommand,
  { type: 'handOverAssessment' | 'takeOnAssessment' | 'refuseAssessment' | 'decideNotHandedOver' }
>;

/** What becomes of an assessment that does not lead to MARAC: with a service, taken on, refused, or decided otherwise. */
function decideHandover(
  standing: AssessmentStanding | null,
  command: HandoverCommand,
  occurred: Occurred,
): AssessmentProposal | Refusal {
  if (!standing) return refuse('NOT_TO_HAND_OVER');
  if (isBefore(occurred, standing)) return refuse('HAPPENED_BEFORE');
  switch (command.type) {
    case 'handOverAssessment':
      if (!mayBeHandedOver(standing)) return refuse('NOT_TO_HAND_OVER');
      return proposed({ type: 'assessmentHandedOver', occurred, data: command.payload });
    case 'takeOnAssessment':
      if (standing.status !== 'handedOver') return refuse('NOT_HANDED_OVER');
      return proposed({ type: 'assessmentTakenOn', occurred, data: command.payload });
    case 'refuseAssessment':
      if (serviceOfAssessment(standing) === null) return refuse('NOT_HANDED_OVER');
      return proposed({ type: 'assessmentHandoverRefused', occurred, data: command.payload });
    case 'decideNotHandedOver':
      if (standing.status !== 'handedOver' && standing.status !== 'handoverRefused') return refuse('NOT_HANDED_OVER');
      return proposed({ type: 'notHandedOverDecided', occurred, data: command.payload });
  }
}

/** Nobody answers before they were asked, nor is asked before anybody had assessed. */
function isBefore({ at }: Occurred, { takenAt, handedOverAt }: AssessmentStanding): boolean {
  return londonDate(at) < londonDate(handedOverAt ?? takenAt);
}

function proposed(fact: AssessmentFact): AssessmentProposal {
  return { ok: true, facts: [fact], asks: [] };
}

/** What is recorded where the two people turn out to have been referred. */
export function foundReferred(caseId: string, occurred: Occurred): AssessmentProposal {
  return proposed({ type: 'assessmentReferred', occurred, data: { caseId } });
}
