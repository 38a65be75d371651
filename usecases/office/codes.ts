import type { Dependencies } from '../dependencies.ts';
import { areasAndAgencies, type AreasAndAgencies } from './areasAndAgencies.ts';

/** Areas and agencies by id and by code: outside, they are known by their codes alone. */
export interface Codes {
  area(id: string): string;
  agency(id: string | null): string | null;
  areaId(code: string): string | null;
  agencyId(code: string): string | null;
}

/** The codes of every area and agency; none is ever renamed. */
export async function readCodes(deps: Pick<Dependencies, 'store'>): Promise<Codes> {
  const read = await areasAndAgencies(deps);
  const known = workedOut.get(read) ?? codesOf(read);
  workedOut.set(read, known);
  return known;
}

/** For as long as one reading of them is good. */
const workedOut = new WeakMap<AreasAndAgencies, Codes>();

function codesOf({ areas, agencies }: AreasAndAgencies): Codes {
  const areaCodes = new Map(areas.map(({ id, code }) => [id, code]));
  const agencyCodes = new Map(agencies.map(({ id, code }) => [id, code]));
  const areaIds = new Map(areas.map(({ id, code }) => [code, id]));
  const agencyIds = new Map(agencies.map(({ id, code }) => [code, id]));
  return {
    area: (id) => areaCodes.get(id) ?? '',
    agency: (id) => (id === null ? null : (agencyCodes.get(id) ?? null)),
    areaId: (code) => areaIds.get(code) ?? null,
    agencyId: (code) => agencyIds.get(code) ?? null,
  };
}
