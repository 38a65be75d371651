import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { AdviserView } from '../../contracts/views/idvaView.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import { roomLeft } from '../../domain/idva/capacity.ts';
import { languageSpoken } from '../../domain/idva/languageSpoken.ts';
import type { AreaPolicy } from '../../domain/policy/areaPolicy.ts';
import { policyInForce } from '../../domain/policy/policyInForce.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { policyEntriesOf } from '../../store/areas/areaPolicies.ts';
import { allAreas } from '../../store/areas/findArea.ts';
import type { KnownCase } from '../../store/cases/findCase.ts';
import { adviserLoads, type AdviserLoad } from '../../store/idva/adviserLoads.ts';
import { languageOf } from '../../store/idva/languages.ts';
import type { Dependencies } from '../dependencies.ts';
import { seeCase } from '../seeCase.ts';
import { ownService } from './ownService.ts';

export interface SuggestionQuestion {
  readonly service: string;
  /** The case somebody wants to allocate; left out, the work of the service alone. */
  readonly reference?: string | undefined;
}

/** The advisers of a service with their work, and for a case who of them can take it: those who can best come first. */
export async function suggestAdvisers(
  deps: Dependencies,
  actor: Actor,
  route: string,
  { service, reference }: SuggestionQuestion,
): Promise<{ readonly ok: true; readonly items: readonly AdviserView[] } | RequestProblem> {
  const { prisma } = deps.store;
  const own = await ownService(deps, actor, service);
  if (!own.ok) return own;
  const seen =
    reference === undefined
      ? null
      : await seeCase(deps, reference, { actor, permission: 'allocate', event: 'readAdvisers', route });
  if (seen && !seen.ok) return seen;
  if (seen && seen.access.idvaServiceId !== own.serviceId) return problem('NOT_FOUND');
  const now = deps.clock.now();
  const caseId = seen?.known.id ?? null;
  const { practitionerId: actorId } = actor;
  await recordAccess(prisma, { actorId, event: 'readAdvisers', route, caseId, outcome: 'shown', at: now });
  const [loads, policy, victims] = await Promise.all([
    adviserLoads(prisma, { serviceId: own.serviceId, caseId, now, today: londonDate(now) }),
    policyFor(deps, own.serviceId, seen?.known ?? null),
    seen ? languageOf(prisma, deps.sealing, seen.known.victimId) : null,
  ]);
  const advisers = new Map(loads.map(({ practitionerId, languages }) => [practitionerId, languages]));
  const items = loads.map((load) => present(load, policy, languageSpoken({ victims, advisers }, load.practitionerId)));
  return { ok: true, items: items.toSorted((a, b) => suitability(b) - suitability(a)) };
}

/** Policy of the case's area, else of the first area the service works for. */
async function policyFor(deps: Dependencies, serviceId: string, known: KnownCase | null): Promise<AreaPolicy> {
  const areas = await allAreas(deps.store.prisma);
  const area = areas.find(({ id, idvaServiceId }) => (known ? id === known.areaId : idvaServiceId === serviceId));
  if (!area) throw new Error('An IDVA service works for no area.');
  return policyInForce(await policyEntriesOf(deps.store.prisma, area), area.code, londonDate(deps.clock.now()));
}

function present(load: AdviserLoad, policy: AreaPolicy, speaksLanguage: boolean | null): AdviserView {
  const { awayUntil, coverId, kinds, languages, ...rest } = load;
  return {
    ...rest,
    kinds: [...kinds],
    languages: [...languages],
    away: awayUntil === null ? null : { until: awayUntil, coverId },
    roomLeft: roomLeft(load, policy.support),
    speaksLanguage,
  };
}

/** A conflict outweighs everything, the language all but that, being away what is left but room. */
function suitability({ conflict, speaksLanguage, away, roomLeft: room }: AdviserView): number {
  return (conflict ? -10_000 : 0) + (speaksLanguage === false ? -1_000 : 0) + (away ? -300 : 0) + room.open;
}
