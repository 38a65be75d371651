import type { Actor } from '../../domain/access/actor.ts';
import { isToldNames } from '../../domain/access/isToldNames.ts';
import { practitionerNames } from '../../store/practitioners/findPractitioners.ts';
import type { Dependencies } from '../dependencies.ts';
import { areasAndAgencies, type AreasAndAgencies } from './areasAndAgencies.ts';

/** What people call the areas and agencies that programs know by code or id. */
export interface Names {
  /** By its code; the code itself where nobody knows it. */
  readonly area: (code: string) => string;
  readonly agency: (code: string | null) => string | null;
  readonly areaById: (id: string | null) => string | null;
  readonly agencyById: (id: string | null) => string | null;
}

/** Reads the names of every area and agency. */
export async function readNames(deps: Pick<Dependencies, 'store'>): Promise<Names> {
  const read = await areasAndAgencies(deps);
  const known = workedOut.get(read) ?? namesOf(read);
  workedOut.set(read, known);
  return known;
}

/** For as long as one reading of them is good. */
const workedOut = new WeakMap<AreasAndAgencies, Names>();

function namesOf({ areas, agencies }: AreasAndAgencies): Names {
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
    store.reads,
    ids.filter((id) => id !== null),
  );
  return (id) => (id === null ? null : (names.get(id) ?? null));
}

/** The same as far as the reader is told names; to whoever is not, people are told apart by a part of their ids. */
export async function readNamesShownTo(
  deps: Pick<Dependencies, 'store'>,
  actor: Actor,
  ids: readonly (string | null)[],
): Promise<(id: string | null) => string | null> {
  if (isToldNames(actor)) return readPractitionerNames(deps, ids);
  return (id) => (id === null ? null : withoutName(id));
}

/** What somebody is called to those who are not to know their name. */
export function withoutName(practitionerId: string): string {
  return `Practitioner ${practitionerId.slice(-12)}`;
}
