import { agenciesHeldAs, type Actor } from '../../domain/access/actor.ts';
import { officePermissions } from '../../domain/access/permission.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';

/** The codes of the agencies for which somebody may answer what a meeting asks. */
export async function ownAgencyCodes(deps: Dependencies, actor: Actor): Promise<readonly string[]> {
  const codes = await readCodes(deps);
  return agenciesHeldAs(actor, officePermissions.returnResearch).flatMap((id) => codes.agency(id) ?? []);
}
