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

/** Areas and agencies are added by hand, and none is ever renamed: one that is new is known after this time at most. */
const goodForMs = 2_000;
const lastRead = new WeakMap<Dependencies['store'], { readonly at: number; readonly codes: Promise<Codes> }>();

/** The codes of every area and agency, read anew every other second at most: nearly every answer needs them. */
export async function readCodes({ store }: Dependencies): Promise<Codes> {
  const last = lastRead.get(store);
  if (last && performance.now() - last.at < goodForMs) return last.codes;
  const codes = readAllCodes(store);
  lastRead.set(store, { at: performance.now(), codes });
  codes.catch(() => lastRead.delete(store));
  return codes;
}

/** Whoever adds an area or agency knows it at once; other processes after the time above. */
export function forgetCodes({ store }: Pick<Dependencies, 'store'>): void {
  lastRead.delete(store);
}

async function readAllCodes({ prisma }: Dependencies['store']): Promise<Codes> {
  const [areas, agencies] = await Promise.all([allAreas(prisma), allAgencies(prisma)]);
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
