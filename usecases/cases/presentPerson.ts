import type { PersonView } from '../../contracts/views/caseView.ts';
import type { OpenedPerson } from '../../store/people/openPeople.ts';

/** Who somebody is, or that they were erased; null where nobody was opened for this reader. */
export function presentPerson(found: OpenedPerson | undefined): PersonView {
  if (!found) return null;
  return found.state === 'open'
    ? { state: 'open', identity: { ...found.identity } }
    : { state: 'erased', identity: null };
}
