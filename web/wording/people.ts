import type { PersonView } from '../../contracts/views/caseView.ts';
import type { PersonIdentity } from '../../domain/people/identity.ts';
import { type IdentityInWords, identityInWords } from '../../domain/people/identityInWords.ts';

/** Somebody by name and what else is known of them; null for those who may not know. */
export function personWords(person: PersonView): IdentityInWords | null {
  if (person === null) return null;
  if (person.state === 'erased' || person.identity === null) return { name: 'Erased', details: [] };
  return identityInWords(person.identity as unknown as PersonIdentity);
}
