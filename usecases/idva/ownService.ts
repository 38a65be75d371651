import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import { agenciesHeldAs, type Actor } from '../../domain/access/actor.ts';
import { agenciesByCode } from '../../store/agencies/findAgencies.ts';
import type { Dependencies } from '../dependencies.ts';

/** The IDVA service with a code, for its own manager; another's service is no service of theirs. */
export async function ownService(
  { store }: Dependencies,
  actor: Actor,
  code: string,
): Promise<{ readonly ok: true; readonly serviceId: string } | RequestProblem> {
  const [service] = await agenciesByCode(store.prisma, [code]);
  if (!service || !agenciesHeldAs(actor, ['idvaServiceManager']).includes(service.id)) return problem('NOT_FOUND');
  return { ok: true, serviceId: service.id };
}
