import { assessmentDutiesOf } from '../../domain/assessments/assessmentDuties.ts';
import { assessmentNewsOf } from '../../domain/assessments/assessmentNews.ts';
import type { AssessmentFact, AssessmentFactOf } from '../../domain/assessments/assessmentFact.ts';
import { type AssessmentStanding, assessmentStandingAfter } from '../../domain/assessments/assessmentStanding.ts';
import { completeAssessment } from '../../domain/assessments/completeAssessment.ts';
import type { AssessmentAsk } from '../../domain/assessments/decideAssessment.ts';
import { caseWithinFlag } from '../assessments/caseWithinFlag.ts';
import { knownEvents } from '../assessments/knownEvents.ts';
import { referralOfPair } from '../assessments/referralOfPair.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant } from '../time.ts';
import type { FollowUp } from './followUps.ts';
import type { MatterKind } from './matterKind.ts';
import type { OpenAssessment } from './openAssessment.ts';

/** Nobody has the part of an adviser or of a service in an assessment without a case. */
const nobodysId = '00000000-0000-0000-0000-000000000000';

/** What an assessment that stands alone brings to the recording that all matters share. */
export const assessmentKind: MatterKind<AssessmentStanding, AssessmentFact, AssessmentAsk> = {
  about: 'assessment',
  table: 'lone_assessment',
  newRow: (recordedAt) => ({ parked: false, recordedAt }),
  standingAfter: assessmentStandingAfter,
  project: () => undefined,
  dutiesOf: assessmentDutiesOf,
  isCaughtUp: () => false,
  // Asked where it is staged, in the same transaction.
  forbids: () => null,
  hasChanged: (_tx, open, _proposal, expected) => Promise.resolve(expected !== open.revision),
  complete: async (tx, open: OpenAssessment, proposal, { policy, occurred, recordedAt }) => {
    const recorded = proposal.facts.find((fact) => fact.type === 'assessmentRecorded');
    const referral = recorded ? await referralOfPair(tx, recorded.data.pairId, occurred.at) : null;
    const events = recorded ? await knownEvents(tx, recorded.data.pairId) : [];
    const service = await serviceFor(tx, open, recordedAt);
    const completed = completeAssessment(proposal, { policy, referral, occurred, recordedAt, events, service });
    if (!completed.ok) return completed;
    const prompt = recorded && referral === null ? await promptOf(tx, open.id, recorded) : [];
    return { ...completed, followUps: prompt };
  },
  newsOf: assessmentNewsOf,
  partsOf: (open: OpenAssessment, standing, owner) => partsOf(open, standing, owner),
  partsForRung: (open: OpenAssessment, standing, _clock, owner) => partsOf(open, standing, owner),
};

/**
 * Those below the threshold are this service's; of a table written down at one moment it is told once. Where other people must not
 * see this one than those before, it is told anew: whoever may read it would hear nothing of it otherwise.
 */
async function serviceFor(
  tx: Tx,
  { area: { standardRiskServiceId: agencyId }, deniedPractitionerIds }: OpenAssessment,
  recordedAt: string,
) {
  const [told] = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT a.id FROM lone_assessment a
    WHERE a.to_agency_id = ${agencyId}::uuid AND a.status = 'handedOver' AND a.recorded_at = ${fromInstant(recordedAt)}
      AND array(SELECT DISTINCT d.practitioner_id FROM denied_person d
        WHERE d.person_id IN (a.victim_id, a.perpetrator_id) ORDER BY d.practitioner_id)
        = array(SELECT DISTINCT denied FROM unnest(${[...deniedPractitionerIds]}::uuid[]) denied ORDER BY denied)
    LIMIT 1`);
  return { agencyId, isToldAlready: told !== undefined };
}

/**
 * Within the flag a further incident is a repeat, whatever the score: the coordinator of the last case is told. Whoever assessed is told
 * nothing, since that would say that there is a case.
 */
async function promptOf(
  tx: Tx,
  assessmentId: string,
  { data, occurred }: AssessmentFactOf<'assessmentRecorded'>,
): Promise<readonly FollowUp[]> {
  const matterId = data.history ? null : await caseWithinFlag(tx, data.pairId, occurred.at);
  const payload = { assessmentId, agencyId: data.agencyId };
  return matterId === null ? [] : [{ about: 'case', matterId, type: 'noteAssessment', payload, occurred }];
}

function partsOf(
  { deniedPractitionerIds }: OpenAssessment,
  { areaId, recordedById }: AssessmentStanding,
  { agencyId, ownerId }: { readonly agencyId: string | null; readonly ownerId: string | null },
) {
  return {
    ...{ areaId, agencyId, ownerId, deniedPractitionerIds },
    adviserId: null,
    idvaServiceId: nobodysId,
    referrerId: recordedById,
    watchedById: null,
    contactSuspended: false,
    otherAreaId: null,
  };
}
