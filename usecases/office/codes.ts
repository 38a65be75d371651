import { allAgencies } from '../../store/agencies/findAgencies.ts';
import { allAreas } from '../../store/areas/findArea.ts';
import type { Dependencies } from '../dependencies.ts';

/** Areas and agencies by id and by code: outside, they are known by their codes alone. */
export interface Codes {
  area(id: string): string;
  agency(id: string | null): string | null;
  areaId(code: string): string | null;
  agencyId(code: string): string | null;
}

/** Reads the codes of every area and agency. */
export async function readCodes({ store }: Dependencies): Promise<Codes> {
  const [areas, agencies] = await Promise.all([allAreas(store.prisma), allAgencies(store.prisma)]);
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
