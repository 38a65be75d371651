import { agenciesHeldAs, areasHeldAs, type Actor } from '../../domain/access/actor.ts';
import { assessmentAreaRoles, assessmentServiceRoles } from '../../domain/access/assessmentAccess.ts';
import type { AssessmentStatus } from '../../domain/assessments/assessmentStanding.ts';
import { allAreas } from '../../store/areas/findArea.ts';
import { countHandedOver } from '../../store/assessments/findAssessments.ts';
import type { Dependencies } from '../dependencies.ts';

/**
 * What somebody sees of assessments before they choose: those that wait for a referral; people of a service that is asked to take
 * victims on, those that wait for it. Who runs a MARAC is no such service, whatever else they are.
 */
export async function usualStatus({ store }: Pick<Dependencies, 'store'>, actor: Actor): Promise<AssessmentStatus> {
  const areas = areasHeldAs(actor, assessmentAreaRoles);
  if (areas === 'all' || areas.length > 0) return 'open';
  const services = agenciesHeldAs(actor, assessmentServiceRoles);
  if (services.length === 0) return 'open';
  const named = (await allAreas(store.prisma)).some(({ standardRiskServiceId }) =>
    services.includes(standardRiskServiceId),
  );
  return named || (await countHandedOver(store.prisma, actor, 1)) > 0 ? 'handedOver' : 'open';
}
