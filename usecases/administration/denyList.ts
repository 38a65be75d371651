import type { DenyBody } from '../../contracts/administration.ts';
import { isProblem, problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { DenyEntryView } from '../../contracts/views/administrationViews.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import { newId } from '../../platform/ids.ts';
import { addDenyEntries, denyEntriesOf, removeDenyEntry } from '../../store/access/denyList.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { childPersonsOf } from '../../store/cases/childPersonsOf.ts';
import { sealContent } from '../../store/content/sealContent.ts';
import { openPeople } from '../../store/people/openPeople.ts';
import { workingPractitioners } from '../../store/practitioners/workingPractitioners.ts';
import type { Dependencies } from '../dependencies.ts';
import { readPractitionerNames } from '../office/readNames.ts';
import { once } from '../once.ts';
import type { CommandRequest } from '../requestIdentity.ts';
import { seeCase, type SeenCase } from '../seeCase.ts';
import { done, type Administered } from './people.ts';

type Reading = Pick<CommandRequest, 'actor' | 'route'> & { readonly reference: string };

/** Somebody a case is about, whose cases may be kept from somebody. */
export interface DeniablePerson {
  /** `victim`, `perpetrator`, or the id of a child's person. */
  readonly of: string;
  readonly name: string;
}

export interface DenyListRead {
  readonly ok: true;
  readonly people: readonly DeniablePerson[];
  readonly entries: readonly DenyEntryView[];
}

/** Who must not see the cases of the people in this one; for coordinators and supervisors whom it does not name. */
export async function readDenyList(
  deps: Dependencies,
  { actor, route, reference }: Reading,
): Promise<DenyListRead | RequestProblem> {
  const seen = await see(deps, { actor, route, reference }, 'readDenyList');
  if (isProblem(seen)) return seen;
  const { prisma } = deps.store;
  const persons = await personsOf(deps, seen);
  const rows = await denyEntriesOf(
    prisma,
    persons.map(({ personId }) => personId),
  );
  const nameOf = await readPractitionerNames(
    deps,
    rows.flatMap(({ practitionerId, enteredById }) => [practitionerId, enteredById]),
  );
  const opened = await openPeople(
    prisma,
    deps.sealing,
    persons.map(({ personId }) => personId),
  );
  const people = persons.map(({ of, personId }) => {
    const person = opened.get(personId);
    const name = person?.state === 'open' ? `${person.identity.givenNames} ${person.identity.familyName}` : 'Erased';
    return { of, personId, name };
  });
  const at = deps.clock.now();
  const { practitionerId: actorId } = actor;
  await recordAccess(prisma, { actorId, event: 'readDenyList', route, caseId: seen.known.id, outcome: seen.level, at });
  return {
    ok: true,
    people: people.map(({ of, name }) => ({ of, name })),
    entries: rows.map(({ id, ofId, practitionerId, enteredById, enteredAt }) => ({
      entryId: id,
      of: people.find((each) => each.personId === ofId)?.of ?? '',
      practitionerId,
      practitioner: nameOf(practitionerId) ?? '',
      enteredById,
      enteredBy: nameOf(enteredById) ?? '',
      enteredAt,
    })),
  };
}

/** Keeps the cases of a person from somebody, whatever their role, from this moment on. */
export async function addDeny(
  deps: Dependencies,
  request: CommandRequest,
  reference: string,
  { of, practitioner, reason }: DenyBody,
): Promise<Administered> {
  const { actor, route } = request;
  const seen = await see(deps, { actor, route, reference }, 'addDenyEntry');
  if (isProblem(seen)) return seen;
  const person = (await personsOf(deps, seen)).find((each) => each.of === of);
  if (!person) return problem('NOT_AS_DESCRIBED', [{ at: 'of', problem: 'This case is not about such a person.' }]);
  if (practitioner === actor.practitionerId) return problem('NAMES_ONESELF');
  const at = deps.clock.now();
  const working = await workingPractitioners(deps.store.prisma, [practitioner], londonDate(at));
  if (!working.has(practitioner))
    return problem('NOT_AS_DESCRIBED', [{ at: 'practitioner', problem: 'Nobody works here under this id.' }]);
  const { personId } = person;
  const [id, contentId] = [newId(), newId()];
  const deed = {
    type: 'addDenyEntry',
    subjectId: id,
    caseId: seen.known.id,
    payload: { personId, practitioner },
  } as const;
  const added = await once(deps, request, deed, async (tx) => {
    const standing = await denyEntriesOf(tx, [personId]);
    if (standing.some(({ practitionerId }) => practitionerId === practitioner)) return problem('DENIED_ALREADY');
    const words = { id: contentId, subjectId: personId, commandId: id, kind: 'denyReason', value: reason };
    await sealContent(tx, deps.sealing, words, at);
    const entered = { enteredById: actor.practitionerId, contentId, enteredAt: at };
    await addDenyEntries(tx, [{ id, personId, practitionerId: practitioner, ...entered }]);
    return undefined;
  });
  return done(added);
}

/** Takes somebody off the list again: they see from this moment on what their role allows. */
export async function removeDeny(
  deps: Dependencies,
  request: CommandRequest,
  reference: string,
  entryId: string,
): Promise<Administered> {
  const { actor, route } = request;
  const seen = await see(deps, { actor, route, reference }, 'removeDenyEntry');
  if (isProblem(seen)) return seen;
  const persons = (await personsOf(deps, seen)).map(({ personId }) => personId);
  const entry = (await denyEntriesOf(deps.store.prisma, persons)).find(({ id }) => id === entryId);
  // A repeat finds the entry gone: its request is known by its key.
  const payload = entry ? { personId: entry.personId, practitioner: entry.practitionerId } : {};
  const deed = { type: 'removeDenyEntry', subjectId: entryId, caseId: seen.known.id, payload } as const;
  const removed = await once(deps, request, deed, async (tx) => {
    if (!entry || !(await removeDenyEntry(tx, entry.personId, entry.practitionerId))) return problem('NOT_FOUND');
    return undefined;
  });
  return done(removed);
}

function see(
  deps: Dependencies,
  { actor, route, reference }: Reading,
  event: string,
): Promise<SeenCase | RequestProblem> {
  return seeCase(deps, reference, { actor, permission: 'manageDenyList', event, route });
}

async function personsOf(
  { store }: Dependencies,
  { known, access }: SeenCase,
): Promise<readonly { readonly of: string; readonly personId: string }[]> {
  const children = await childPersonsOf(store.prisma, known.id);
  return [
    { of: 'victim', personId: access.victimId },
    { of: 'perpetrator', personId: access.perpetratorId },
    ...children.map((personId) => ({ of: personId, personId })),
  ];
}
