import type { z } from 'zod';
import type { agencyView, areaView } from '../../contracts/views/officeViews.ts';
import { allAgencies } from '../../store/agencies/findAgencies.ts';
import { allAreas } from '../../store/areas/findArea.ts';
import type { Dependencies } from '../dependencies.ts';

/** The areas, by name. */
export async function listAreas({ store }: Dependencies): Promise<z.output<typeof areaView>[]> {
  return (await allAreas(store.prisma)).map(({ code, name }) => ({ code, name }));
}

/** The agencies, by name. */
export async function listAgencies({ store }: Dependencies): Promise<z.output<typeof agencyView>[]> {
  return (await allAgencies(store.prisma)).map(({ code, name, kind }) => ({ code, name, kind }));
}
