import { storeTogether } from '../store/prismaClient.ts';
import type { Dependencies } from './dependencies.ts';

/** What a use case is given, for asking the database many small things at once: what is asked in one turn goes there in one piece. */
export function askingTogether(deps: Dependencies): Dependencies {
  return { ...deps, store: storeTogether(deps.store) };
}
