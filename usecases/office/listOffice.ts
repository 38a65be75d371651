import type { z } from 'zod';
import type { agencyView, areaView } from '../../contracts/views/officeViews.ts';
import type { Dependencies } from '../dependencies.ts';
import { areasAndAgencies } from './areasAndAgencies.ts';

/** The areas, by name. */
export async function listAreas(deps: Dependencies): Promise<z.output<typeof areaView>[]> {
  const { areas, agencies } = await areasAndAgencies(deps);
  const codes = new Map(agencies.map(({ id, code }) => [id, code]));
  return areas.map(({ code, name, idvaServiceId }) => ({ code, name, idvaService: codes.get(idvaServiceId) ?? '' }));
}

/** The agencies, by name. */
export async function listAgencies(deps: Dependencies): Promise<z.output<typeof agencyView>[]> {
  return (await areasAndAgencies(deps)).agencies.map(({ code, name, kind }) => ({ code, name, kind }));
}
