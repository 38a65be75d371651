import type { ChildToNotify } from '../children/childrenOwed.ts';
import type { ChildInReferral, SchoolResult } from '../lifecycle/facts/children.ts';
import type { FactData } from '../lifecycle/caseFact.ts';
import { refuse, type Refusal } from '../lifecycle/refusal.ts';
import type { CaseFact } from '../lifecycle/caseFact.ts';
import { type AskOf, type Completion, type Found, standingOf } from './found.ts';

/** A child of the case as the store has them. */
export interface ChildFound extends ChildToNotify {
  readonly personId: string | null;
  readonly servicesAgencyId: string;
  readonly ofSchoolAge: boolean;
  readonly schoolResult: SchoolResult | null;
}

/** A child is added once: whoever is in the case already, as child, victim or perpetrator, is no other child. */
export function addChild({ personId }: AskOf<'addChild'>, facts: readonly CaseFact[], found: Found): Completion {
  return refusedWhereKnown(personId, found.children, found) ?? { ok: true, facts };
}

/** What is put right of a child, with what stood before: by that it follows who has to hear of it. */
export function putChildRight(
  { childId, personId }: AskOf<'putChildRight'>,
  facts: readonly CaseFact[],
  found: Found,
): Completion {
  const before = found.children.find(({ id }) => id === childId);
  if (!before) return refuse('UNKNOWN_CHILD', [{ type: 'child', id: childId }]);
  const others = found.children.filter(({ id }) => id !== childId);
  const refusal = refusedWhereKnown(personId, others, found);
  if (refusal) return refusal;
  return {
    ok: true,
    facts: facts.map((fact) =>
      fact.type === 'childPutRight'
        ? { ...fact, data: { ...fact.data, ...followsFrom(before, fact.data, found) } }
        : fact,
    ),
  };
}

function followsFrom(
  before: ChildFound,
  now: FactData['childPutRight'],
  found: Found,
): Pick<FactData['childPutRight'], 'bandBefore' | 'notified' | 'schoolOwed'> {
  const { schoolsOwed, silent } = standingOf(found);
  return {
    bandBefore: before.ageBand,
    // Services who do not answer for the address cannot do what those who do have not heard of.
    notified: before.notified && before.servicesAgencyId === now.servicesAgencyId,
    schoolOwed: !silent && isSchoolOwed(before, now, schoolsOwed?.includes(before.id) ?? false),
  };
}

/** A school that has not heard: of another school than the one told, or of a child of whom nobody knew that they go to one. */
function isSchoolOwed(
  { ofSchoolAge, schoolResult }: ChildFound,
  now: Pick<ChildInReferral, 'ofSchoolAge'> & Pick<FactData['childPutRight'], 'parts'>,
  wasOwed: boolean,
): boolean {
  if (now.ofSchoolAge !== true) return false;
  return now.parts.includes('school') || wasOwed || (schoolResult === null && !ofSchoolAge);
}

function refusedWhereKnown(personId: string | null, children: readonly ChildFound[], found: Found): Refusal | null {
  if (personId === null) return null;
  const { victimId, perpetratorId } = standingOf(found);
  const known = [victimId, perpetratorId, ...children.map((child) => child.personId)];
  return known.includes(personId) ? refuse('CHILD_KNOWN_ALREADY') : null;
}
