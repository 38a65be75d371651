import type { CaseView } from '../../contracts/views/caseView.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { visibleCaseIds } from '../../store/access/visibleCases.ts';
import { matchesOfCase } from '../../store/cases/matchesOfCase.ts';
import { openPeople } from '../../store/people/openPeople.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Codes } from '../office/codes.ts';
import { presentPerson } from './presentPerson.ts';

/**
 * The records that may be of somebody in a case. Whoever reads it sees by what they were found and in which areas they are;
 * who it is and in which case only where they may see such a case.
 */
export async function readMatches(
  { store, sealing }: Dependencies,
  actor: Actor,
  theCase: { readonly id: string; readonly victimId: string; readonly perpetratorId: string },
  codes: Codes,
): Promise<CaseView['likelyMatches']> {
  const { reads } = store;
  const matches = await matchesOfCase(reads, theCase);
  if (matches.length === 0) return [];
  const caseIds = matches.flatMap(({ cases }) => cases.map(({ id }) => id));
  const visible = await visibleCaseIds(reads, actor, caseIds);
  const shown = matches.filter(({ cases }) => cases.some(({ id }) => visible.has(id)));
  const people = await openPeople(
    reads,
    sealing,
    shown.map(({ otherId }) => otherId),
  );
  return matches.map(({ matchId, part, otherId, reasons, notedAt, answer, decidedAt, cases }) => ({
    ...{ matchId, part, notedAt, answer, decidedAt },
    because: [...reasons],
    areas: [...new Set(cases.map(({ areaId }) => codes.area(areaId)))],
    cases: cases.filter(({ id }) => visible.has(id)).map(({ reference }) => reference),
    who: presentPerson(people.get(otherId)),
  }));
}
