import { problem, type RequestProblem } from '../contracts/problemCode.ts';
import { londonDate } from '../domain/calendar/london.ts';
import { agenciesByCode } from '../store/agencies/findAgencies.ts';
import { allAreas } from '../store/areas/findArea.ts';
import { workingPractitioners } from '../store/practitioners/workingPractitioners.ts';
import type { NamedInBody } from './commands/caseCommand.ts';
import type { Dependencies } from './dependencies.ts';

/** The agencies and areas a body names, by code. */
export interface NamedThings {
  readonly ok: true;
  readonly agencyId: (code: string) => string;
  readonly areaId: (code: string) => string;
}

/** Looks up what a body names; agencies that do not exist and people who do not work here are said one by one. */
export async function findNamed(deps: Dependencies, named: NamedInBody): Promise<NamedThings | RequestProblem> {
  const { agencies = [], areas = [], practitioners = [] } = named;
  const { prisma } = deps.store;
  const found = new Map((await agenciesByCode(prisma, agencies)).map(({ code, id }) => [code, id]));
  const unknown = agencies.filter((code) => !found.has(code));
  if (unknown.length > 0)
    return problem(
      'UNKNOWN_AGENCY',
      unknown.map((code) => ({ at: 'agency', problem: `There is no agency ${code}.` })),
    );
  const known = areas.length === 0 ? [] : await allAreas(prisma);
  const areaIds = new Map(known.map(({ code, id }) => [code, id]));
  if (areas.some((code) => !areaIds.has(code))) return problem('UNKNOWN_AREA');
  const working = await workingPractitioners(prisma, practitioners, londonDate(deps.clock.now()));
  const absent = practitioners.filter((id) => !working.has(id));
  if (absent.length > 0)
    return problem(
      'UNKNOWN_PRACTITIONER',
      absent.map((id) => ({ at: 'practitioner', problem: `Nobody works here as ${id}.` })),
    );
  return { ok: true, agencyId: (code) => lookedUp(found, code), areaId: (code) => lookedUp(areaIds, code) };
}

function lookedUp(found: ReadonlyMap<string, string>, code: string): string {
  const id = found.get(code);
  if (id === undefined) throw new Error('An agency or area is used that was not looked up.');
  return id;
}
