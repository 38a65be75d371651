import { allAgencies } from '../../store/agencies/findAgencies.ts';
import { allAreas } from '../../store/areas/findArea.ts';
import { practitionerNames } from '../../store/practitioners/findPractitioners.ts';
import type { Dependencies } from '../dependencies.ts';

/** What people call the areas and agencies that programs know by code or id. */
export interface Names {
  /** By its code; the code itself where nobody knows it. */
  readonly area: (code: string) => string;
  readonly agency: (code: string | null) => string | null;
  readonly areaById: (id: string | null) => string | null;
  readonly agencyById: (id: string | null) => string | null;
}

/** Reads the names of every area and agency. */
export async function readNames({ store }: Pick<Dependencies, 'store'>): Promise<Names> {
  const [areas, agencies] = await Promise.all([allAreas(store.prisma), allAgencies(store.prisma)]);
  const areaNames = new Map(areas.flatMap(({ id, code, name }) => [[id, name] as const, [code, name] as const]));
  const agencyNames = new Map(agencies.flatMap(({ id, code, name }) => [[id, name] as const, [code, name] as const]));
  return {
    area: (code) => areaNames.get(code) ?? code,
    agency: (code) => (code === null ? null : (agencyNames.get(code) ?? code)),
    areaById: (id) => (id === null ? null : (areaNames.get(id) ?? null)),
    agencyById: (id) => (id === null ? null : (agencyNames.get(id) ?? null)),
  };
}

/** The names of practitioners by their ids, of people who have left too: who did something stays known. */
export async function readPractitionerNames(
  { store }: Pick<Dependencies, 'store'>,
  ids: readonly (string | null)[],
): Promise<(id: string | null) => string | null> {
  const names = await practitionerNames(
    store.prisma,
    ids.filter((id) => id !== null),
  );
  return (id) => (id === null ? null : (names.get(id) ?? null));
}
