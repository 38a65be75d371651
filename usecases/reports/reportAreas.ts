import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import { agenciesHeldAs, areasHeldAs, type Actor } from '../../domain/access/actor.ts';
import { officePermissions } from '../../domain/access/permission.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { allAreas, type Area } from '../../store/areas/findArea.ts';
import type { Dependencies } from '../dependencies.ts';
import { areasAndAgencies } from '../office/areasAndAgencies.ts';

/** The areas a report is about. */
export interface ReportAreas {
  readonly ok: true;
  readonly areas: readonly Area[];
  /** Their ids, or all there are: then the database need not compare. */
  readonly ids: 'all' | readonly string[];
}

/**
 * The areas somebody asked a report about, if they may have its figures: their own areas, or those their IDVA
 * service works for. Asking for no area in particular means all of these. The reading is noted.
 */
export async function reportAreas(
  deps: Dependencies,
  actor: Actor,
  route: string,
  wanted: readonly string[] | undefined,
): Promise<ReportAreas | RequestProblem> {
  const known = await allAreas(deps.store.prisma);
  const asked = known.filter(({ code }) => wanted?.includes(code) ?? true);
  if (wanted?.some((code) => !asked.some((area) => area.code === code))) return problem('UNKNOWN_AREA');
  const areas = asked.filter(haveFiguresFor(actor));
  const refused = areas.length === 0 || (wanted !== undefined && areas.length < asked.length);
  await noteReport(deps, actor, route, refused ? 'notAllowed' : 'shown');
  if (refused) return problem('NOT_ALLOWED');
  return { ok: true, areas, ids: areas.length === known.length ? 'all' : areas.map(({ id }) => id) };
}

/** The areas somebody may have figures of, to choose from. */
export async function areasOfReports(deps: Dependencies, actor: Actor): Promise<readonly Area[]> {
  return (await areasAndAgencies(deps)).areas.filter(haveFiguresFor(actor));
}

function haveFiguresFor(actor: Actor): (area: Area) => boolean {
  const held = areasHeldAs(actor, officePermissions.readReports);
  const services = agenciesHeldAs(actor, ['idvaServiceManager']);
  return ({ id, idvaServiceId }) => held === 'all' || held.includes(id) || services.includes(idvaServiceId);
}

/** The areas of a report that leaves out what must not be published: every area, for whoever may read reports. */
export async function publishedAreas(deps: Dependencies, actor: Actor, route: string): Promise<ReportAreas> {
  await noteReport(deps, actor, route, 'shown');
  return { ok: true, areas: await allAreas(deps.store.prisma), ids: 'all' };
}

async function noteReport({ store, clock }: Dependencies, actor: Actor, route: string, outcome: string): Promise<void> {
  const { practitionerId: actorId } = actor;
  await recordAccess(store.prisma, { actorId, event: 'readReport', route, caseId: null, outcome, at: clock.now() });
}
