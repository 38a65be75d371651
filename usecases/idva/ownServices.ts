import { agenciesHeldAs, type Actor } from '../../domain/access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';

/** The codes of the IDVA services that somebody manages. */
export async function ownServices(deps: Dependencies, actor: Actor): Promise<readonly string[]> {
  const codes = await readCodes(deps);
  return agenciesHeldAs(actor, ['idvaServiceManager']).flatMap((id) => codes.agency(id) ?? []);
}
