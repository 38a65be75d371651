import type { PeopleSearchBody } from '../../contracts/peopleSearch.ts';
import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { LikelyMatchView } from '../../contracts/views/peopleSearchView.ts';
import type { PersonIdentity } from '../../domain/people/identity.ts';
import { type MatchReason, sureReasons } from '../../domain/people/matchForms.ts';
import { recordAccesses } from '../../store/access/recordAccess.ts';
import { visibleCaseIds } from '../../store/access/visibleCases.ts';
import { areaByCode } from '../../store/areas/findArea.ts';
import { type CaseOfPeople, casesOfPeople } from '../../store/people/casesOfPeople.ts';
import { likelyMatches } from '../../store/people/likelyMatches.ts';
import { openPeople } from '../../store/people/openPeople.ts';
import { presentPerson } from '../cases/presentPerson.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';
import type { CommandRequest } from '../requestIdentity.ts';
import { tellOfSearch } from './tellOfSearch.ts';

interface Match {
  readonly theCase: CaseOfPeople;
  readonly personId: string;
  readonly lookedFor: LikelyMatchView['lookedFor'];
  readonly reasons: readonly MatchReason[];
}

/**
 * Looks for two people in every area before they are referred. What the searcher may see is shown to them; of the rest they
 * learn nothing, and the coordinator of each such case is told.
 */
export async function searchPeople(
  deps: Dependencies,
  request: Pick<CommandRequest, 'actor' | 'route'>,
  body: PeopleSearchBody,
): Promise<{ readonly ok: true; readonly items: readonly LikelyMatchView[] } | RequestProblem> {
  const { prisma } = deps.store;
  const { actor, route } = request;
  const area = await areaByCode(prisma, body.area);
  if (!area) return problem('UNKNOWN_AREA');
  const matches = await matchesOf(deps, body);
  const visible = await visibleCaseIds(
    prisma,
    actor,
    matches.map(({ theCase }) => theCase.id),
  );
  const shown = matches.filter(({ theCase }) => visible.has(theCase.id));
  const hidden = matches.filter(
    ({ theCase, reasons }) =>
      !visible.has(theCase.id) && theCase.stage !== 'ended' && reasons.some((each) => sureReasons.includes(each)),
  );
  const hiddenIds = [...new Set(hidden.map(({ theCase }) => theCase.id))];
  const at = deps.clock.now();
  const read = { actorId: actor.practitionerId, event: 'searchPeople', route, at };
  await recordAccesses(prisma, [
    { ...read, caseId: null, outcome: 'shown' },
    ...[...visible].map((caseId) => ({ ...read, caseId, outcome: 'shown' })),
  ]);
  await tellOfSearch(deps, request, hiddenIds, area.id);
  const [codes, people] = await Promise.all([
    readCodes(deps),
    openPeople(
      prisma,
      deps.sealing,
      shown.map(({ personId }) => personId),
    ),
  ]);
  const items = shown.map(({ theCase, personId, lookedFor, reasons }) => ({
    reference: theCase.reference,
    area: codes.area(theCase.areaId),
    stage: theCase.stage,
    receivedAt: theCase.receivedAt,
    flagEndsOn: theCase.flagEndsOn,
    lookedFor,
    inTheCaseAs: theCase.victimId === personId ? ('victim' as const) : ('perpetrator' as const),
    because: [...reasons],
    who: presentPerson(people.get(personId)),
  }));
  return { ok: true, items };
}

/** Every case of somebody who may be meant, once for each of the two looked for. */
async function matchesOf({ store, sealing }: Dependencies, body: PeopleSearchBody): Promise<readonly Match[]> {
  const { prisma } = store;
  const lookedFor = (['victim', 'perpetrator'] as const).flatMap((part) => {
    const person = body[part];
    return person ? [{ part, identity: identityOf(person) }] : [];
  });
  const found = await Promise.all(
    lookedFor.map(async ({ part, identity }) =>
      (await likelyMatches(prisma, sealing, identity)).map((match) => ({ ...match, part })),
    ),
  );
  const people = found.flat();
  const cases = await casesOfPeople(
    prisma,
    people.map(({ personId }) => personId),
  );
  return people.flatMap(({ personId, reasons, part }) =>
    cases
      .filter(({ victimId, perpetratorId }) => victimId === personId || perpetratorId === personId)
      .map((theCase) => ({ theCase, personId, reasons, lookedFor: part })),
  );
}

function identityOf(person: PeopleSearchBody['victim']): PersonIdentity {
  const { givenNames, familyName, otherNames, dateOfBirth, postcode } = person;
  return { givenNames, familyName, otherNames, dateOfBirth: dateOfBirth ?? null, postcode };
}
