import type { AreaServicesBody, NewAgencyBody, NewAreaBody } from '../../contracts/administration.ts';
import { problem, type FaultyPart, type RequestProblem } from '../../contracts/problemCode.ts';
import type { AreaRecordView } from '../../contracts/views/administrationViews.ts';
import { newId } from '../../platform/ids.ts';
import { agencyByCode, changeArea as change, renameAgency } from '../../store/administration/office.ts';
import { addAgencies } from '../../store/agencies/addAgencies.ts';
import { addAreas } from '../../store/areas/addAreas.ts';
import { allAreas, areaByCode } from '../../store/areas/findArea.ts';
import type { Dependencies } from '../dependencies.ts';
import { forgetAreasAndAgencies } from '../office/areasAndAgencies.ts';
import { readCodes } from '../office/codes.ts';
import { once } from '../once.ts';
import type { CommandRequest } from '../requestIdentity.ts';
import { done, type Administered } from './people.ts';

/** The areas by name, with the services that work for each. */
export async function listAreaRecords(deps: Dependencies): Promise<readonly AreaRecordView[]> {
  const [areas, codes] = await Promise.all([allAreas(deps.store.prisma), readCodes(deps)]);
  return areas.map(({ code, name, childrensServicesId, idvaServiceId, standardRiskServiceId }) => ({
    code,
    name,
    childrensServices: codes.agency(childrensServicesId),
    idvaService: codes.agency(idvaServiceId),
    standardRiskService: codes.agency(standardRiskServiceId),
  }));
}

/** Puts an agency or service on record. */
export async function addAgency(
  deps: Dependencies,
  request: CommandRequest,
  body: NewAgencyBody,
): Promise<Administered> {
  const id = newId();
  const added = await once(
    deps,
    request,
    { type: 'addAgency', subjectId: id, payload: { code: body.code } },
    async (tx) => ((await addAgencies(tx, [{ id, ...body }])) === 1 ? undefined : codeTaken()),
  );
  forgetAreasAndAgencies(deps);
  return done(added);
}

/** Gives an agency another name. */
export async function changeAgency(
  deps: Dependencies,
  request: CommandRequest,
  code: string,
  { name }: { readonly name: string },
): Promise<Administered> {
  const agency = await agencyByCode(deps.store.prisma, code);
  if (!agency) return problem('NOT_FOUND');
  const deed = { type: 'changeAgency', subjectId: agency.id } as const;
  const changed = await once(deps, request, deed, (tx) => renameAgency(tx, code, name));
  forgetAreasAndAgencies(deps);
  return done(changed);
}

/** Puts an area on record with the services that work for it; its policy is the national one until it says otherwise. */
export async function addArea(deps: Dependencies, request: CommandRequest, body: NewAreaBody): Promise<Administered> {
  const services = await servicesOf(deps, body);
  if (!services.ok) return services;
  const id = newId();
  const { code, name } = body;
  const added = await once(deps, request, { type: 'addArea', subjectId: id, payload: { code } }, async (tx) =>
    (await addAreas(tx, [{ id, code, name, ...services.ids }])) === 1 ? undefined : codeTaken(),
  );
  forgetAreasAndAgencies(deps);
  return done(added);
}

/** Sets the name of an area and who works for it from now on; cases keep the service they have. */
export async function changeArea(
  deps: Dependencies,
  request: CommandRequest,
  code: string,
  body: AreaServicesBody,
): Promise<Administered> {
  const [area, services] = await Promise.all([areaByCode(deps.store.prisma, code), servicesOf(deps, body)]);
  if (!area) return problem('NOT_FOUND');
  if (!services.ok) return services;
  const deed = { type: 'changeArea', subjectId: area.id, payload: { ...services.ids } } as const;
  const changed = await once(deps, request, deed, (tx) => change(tx, { code, name: body.name, ...services.ids }));
  forgetAreasAndAgencies(deps);
  return done(changed);
}

interface ServiceIds {
  readonly childrensServicesId: string;
  readonly idvaServiceId: string;
  readonly standardRiskServiceId: string;
}

async function servicesOf(
  deps: Dependencies,
  { childrensServices, idvaService, standardRiskService }: AreaServicesBody,
): Promise<{ readonly ok: true; readonly ids: ServiceIds } | RequestProblem> {
  const codes = await readCodes(deps);
  const missing: FaultyPart[] = [];
  const idOf = (at: keyof AreaServicesBody, code: string): string => {
    const id = codes.agencyId(code);
    if (id === null) missing.push({ at, problem: 'There is no such agency.' });
    return id ?? '';
  };
  const ids = {
    childrensServicesId: idOf('childrensServices', childrensServices),
    idvaServiceId: idOf('idvaService', idvaService),
    standardRiskServiceId: idOf('standardRiskService', standardRiskService),
  };
  return missing.length > 0 ? problem('NOT_AS_DESCRIBED', missing) : { ok: true, ids };
}

function codeTaken(): RequestProblem {
  return problem('CODE_TAKEN', [{ at: 'code', problem: 'This code belongs to another already.' }]);
}
