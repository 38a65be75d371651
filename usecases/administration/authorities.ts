import type { AuthorityChangeBody, NewAuthorityBody, SchoolYearBody } from '../../contracts/authority.ts';
import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { AuthorityView } from '../../contracts/views/authorityViews.ts';
import { newId } from '../../platform/ids.ts';
import { allAuthorities } from '../../store/authorities/findAuthorities.ts';
import { addSchoolYear, keepAuthority, setPlaces } from '../../store/authorities/keepAuthorities.ts';
import type { Tx } from '../../store/prismaClient.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';
import { once } from '../once.ts';
import type { CommandRequest } from '../requestIdentity.ts';
import { done, type Administered } from './people.ts';

/** The local authorities by name, with the places they cover and the terms of their schools. */
export async function listAuthorities(deps: Dependencies): Promise<readonly AuthorityView[]> {
  const [authorities, codes] = await Promise.all([allAuthorities(deps.store.prisma), readCodes(deps)]);
  return authorities.map(({ id: _id, childrensServicesId, places, schoolYears, ...known }) => ({
    ...known,
    childrensServices: codes.agency(childrensServicesId),
    places: [...places],
    schoolYears: schoolYears.map(({ terms, closed, ...year }) => ({ ...year, terms: [...terms], closed: [...closed] })),
  }));
}

/** Puts a local authority on record with the places its children's services answer for. */
export async function addAuthority(
  deps: Dependencies,
  request: CommandRequest,
  body: NewAuthorityBody,
): Promise<Administered> {
  const id = newId();
  return keep(deps, request, 'addAuthority', { id, code: body.code }, body);
}

/** Sets the name of a local authority, its services and its places from now on; children keep the services they have. */
export async function changeAuthority(
  deps: Dependencies,
  request: CommandRequest,
  code: string,
  body: AuthorityChangeBody,
): Promise<Administered> {
  const known = await authorityId(deps, code);
  return known === null ? problem('NOT_FOUND') : keep(deps, request, 'changeAuthority', { id: known, code }, body);
}

/** Enters the terms of a school year, which count for every referral from now on. */
export async function enterSchoolYear(
  deps: Dependencies,
  request: CommandRequest,
  code: string,
  { year, terms, closed, source }: SchoolYearBody,
): Promise<Administered> {
  const known = await authorityId(deps, code);
  if (known === null) return problem('NOT_FOUND');
  const { practitionerId: enteredById } = request.actor;
  const entered = { id: newId(), authorityId: known, year, terms, closed, source, enteredById };
  const deed = { type: 'enterSchoolYear', subjectId: known, payload: { year, terms, closed } } as const;
  return done(await once(deps, request, deed, (tx) => addSchoolYear(tx, { ...entered, enteredAt: deps.clock.now() })));
}

async function keep(
  deps: Dependencies,
  request: CommandRequest,
  type: 'addAuthority' | 'changeAuthority',
  { id, code }: { readonly id: string; readonly code: string },
  { name, childrensServices, places }: AuthorityChangeBody,
): Promise<Administered> {
  const childrensServicesId = (await readCodes(deps)).agencyId(childrensServices);
  if (childrensServicesId === null)
    return problem('NOT_AS_DESCRIBED', [{ at: 'childrensServices', problem: 'There is no such agency.' }]);
  const write = async (tx: Tx): Promise<void | RequestProblem> => {
    if (!(await keepAuthority(tx, { id, code, name, childrensServicesId })))
      return problem('CODE_TAKEN', [{ at: 'code', problem: 'This code belongs to another already.' }]);
    const taken = await setPlaces(tx, id, places);
    if (taken.length > 0)
      return problem('PLACE_COVERED', [{ at: 'places', problem: `Another authority covers ${taken.join(', ')}.` }]);
  };
  const payload = { code, childrensServicesId, places };
  return done(await once(deps, request, { type, subjectId: id, payload }, write));
}

async function authorityId({ store }: Dependencies, code: string): Promise<string | null> {
  const authorities = await allAuthorities(store.prisma);
  return authorities.find((each) => each.code === code)?.id ?? null;
}
