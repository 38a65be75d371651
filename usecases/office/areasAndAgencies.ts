import { allAgencies, type Agency } from '../../store/agencies/findAgencies.ts';
import { allAreas, type Area } from '../../store/areas/findArea.ts';
import type { Dependencies } from '../dependencies.ts';

/** Every area and every agency, each by name. */
export interface AreasAndAgencies {
  readonly areas: readonly Area[];
  readonly agencies: readonly Agency[];
}

type Reading = Pick<Dependencies, 'store'>;

/** They are added and named by hand: what is new is known everywhere after this time at most. */
const goodForMs = 2_000;
/** By the database they are read from, however it is asked. */
const lastRead = new WeakMap<
  Dependencies['store']['prisma'],
  { readonly at: number; readonly read: Promise<AreasAndAgencies> }
>();

/** Areas and agencies, read anew every other second at most: nearly every answer and every page needs them. */
export async function areasAndAgencies({ store }: Reading): Promise<AreasAndAgencies> {
  const last = lastRead.get(store.prisma);
  if (last && performance.now() - last.at < goodForMs) return last.read;
  const read = readAll(store);
  lastRead.set(store.prisma, { at: performance.now(), read });
  read.catch(() => lastRead.delete(store.prisma));
  return read;
}

/** Whoever adds or names an area or agency knows it at once; other processes after the time above. */
export function forgetAreasAndAgencies({ store }: Reading): void {
  lastRead.delete(store.prisma);
}

async function readAll({ prisma }: Dependencies['store']): Promise<AreasAndAgencies> {
  const [areas, agencies] = await Promise.all([allAreas(prisma), allAgencies(prisma)]);
  return { areas, agencies };
}
