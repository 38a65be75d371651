import type { IsoInstant } from '../../../../../domain/calendar/time.ts';
import type { Dependencies } from '../../../../../usecases/dependencies.ts';
import { readNames } from '../../../../../usecases/office/readNames.ts';
import { searchPeople } from '../../../../../usecases/people/searchPeople.ts';
import type { CommandRequest } from '../../../../../usecases/requestIdentity.ts';
import type { Fields } from '../../../../form/fields.ts';
import { matchLines } from '../../../../wording/matches.ts';
import { searchOf } from '../../search.ts';

/** The cases in which the people of a draft may be known; null while too little was written to look for them. */
export async function findMatches(
  deps: Dependencies,
  request: Pick<CommandRequest, 'actor' | 'route'>,
  answers: Fields,
  now: IsoInstant,
): Promise<ReturnType<typeof matchLines> | null> {
  const search = searchOf(answers);
  if (!search) return null;
  const found = await searchPeople(deps, request, search);
  return found.ok ? matchLines(found.items, await readNames(deps), now) : null;
}
