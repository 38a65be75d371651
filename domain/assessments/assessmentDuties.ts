import { done, type DutyChange, fallsAway, nobody, starts } from '../duties/dutyChange.ts';
import { acknowledgementOf } from '../duties/handoverDuties.ts';
import type { AssessmentFact } from './assessmentFact.ts';
import type { AssessmentStanding } from './assessmentStanding.ts';

/**
 * What leads to MARAC and is not referred is a duty of the agency that assessed; what does not is the answer of a named service, and
 * the area's where that refuses. A referral ends either, or a named decision.
 */
export function assessmentDutiesOf(fact: AssessmentFact, standing: AssessmentStanding): readonly DutyChange[] {
  const subject = { type: 'assessment', id: standing.id } as const;
  switch (fact.type) {
    case 'assessmentRecorded': {
      if (standing.status !== 'open') return [];
      return [starts('highNotReferred', subject, { agencyId: standing.agencyId, ownerId: null })];
    }
    case 'assessmentReferred':
      // Below the threshold too, the case that came of it ends in a service of its own.
      return [done(['highNotReferred']), fallsAway(['acknowledgement', 'refusedHandover'], 'referred')];
    case 'notReferredDecided':
      return [done(['highNotReferred'])];
    case 'assessmentHandedOver': {
      // Another is asked in place of one that was silent or has refused.
      const before = [done(['refusedHandover']), fallsAway(['acknowledgement'], 'handedOver')];
      return [...before, acknowledgementOf({ ...fact.data, urgent: false })];
    }
    case 'assessmentTakenOn':
      return [done(['acknowledgement'])];
    case 'assessmentHandoverRefused':
      return [done(['acknowledgement']), starts('refusedHandover', subject, nobody)];
    case 'notHandedOverDecided':
      return [done(['refusedHandover']), fallsAway(['acknowledgement'], 'notHandedOver')];
  }
}
