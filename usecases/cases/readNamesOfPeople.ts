import type { Actor } from '../../domain/access/actor.ts';
import { disclosureLevel } from '../../domain/access/disclosureLevel.ts';
import { caseAccesses } from '../../store/access/caseAccess.ts';
import { openPeople } from '../../store/people/openPeople.ts';
import type { Dependencies } from '../dependencies.ts';

/** A case with the people in it whose names are wanted. */
interface PeopleInCase {
  readonly caseId: string;
  readonly personIds: readonly string[];
}

/** The names of people in cases by person, where the actor may know them by the case; null for all others and for those erased. */
export async function readNamesOfPeople(
  { store, sealing }: Pick<Dependencies, 'store' | 'sealing'>,
  actor: Actor,
  cases: readonly PeopleInCase[],
): Promise<(personId: string) => string | null> {
  const accesses = await caseAccesses(
    store.reads,
    cases.map(({ caseId }) => caseId),
  );
  const readable = cases.filter(({ caseId }) => {
    const access = accesses.get(caseId);
    return access !== undefined && !['none', 'reference'].includes(disclosureLevel(actor, access));
  });
  const opened = await openPeople(
    store.reads,
    sealing,
    readable.flatMap(({ personIds }) => personIds),
  );
  return (personId) => {
    const person = opened.get(personId);
    return person?.state === 'open' ? `${person.identity.givenNames} ${person.identity.familyName}` : null;
  };
}
