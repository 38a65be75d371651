import { problem, type RequestProblem } from '../contracts/problemCode.ts';
import type { Actor } from '../domain/access/actor.ts';
import type { CaseAccess } from '../domain/access/caseAccess.ts';
import { disclosureLevel, type DisclosureLevel } from '../domain/access/disclosureLevel.ts';
import { mayDo, type About } from '../domain/access/mayDo.ts';
import type { CasePermission } from '../domain/access/permission.ts';
import { caseToSee } from '../store/access/caseAccess.ts';
import { noteAccess } from '../store/access/recordAccess.ts';
import type { KnownCase } from '../store/cases/findCase.ts';
import type { Dependencies } from './dependencies.ts';

/** A case somebody may see, and how much of it. */
export interface SeenCase {
  readonly ok: true;
  readonly known: KnownCase;
  readonly access: CaseAccess;
  readonly level: DisclosureLevel;
}

/** What somebody wants with a case: the permission it takes, and under which name it is noted. */
export interface Wish {
  readonly actor: Actor;
  readonly permission: CasePermission;
  readonly event: string;
  readonly route: string;
  /** Whose the thing is, where agencies may do this for what is their own. */
  readonly about?: (known: KnownCase) => Promise<About>;
}

/**
 * The case with a reference, if the actor may do this with it. A case somebody may not see gets the same answer as
 * one that does not exist, and the attempt is noted.
 */
export async function seeCase(deps: Dependencies, reference: string, wish: Wish): Promise<SeenCase | RequestProblem> {
  const { reads } = deps.store;
  const { actor, permission, event, route } = wish;
  const found = await caseToSee(reads, reference);
  if (!found) return problem('NOT_FOUND');
  const { known, access } = found;
  const refused = (outcome: string) =>
    noteAccess(reads, {
      actorId: actor.practitionerId,
      event,
      route,
      caseId: known.id,
      outcome,
      at: deps.clock.now(),
    });
  const level = disclosureLevel(actor, access);
  if (level === 'none') {
    await refused('hidden');
    return problem('NOT_FOUND');
  }
  if (!(await isAllowed(wish, known, access))) {
    await refused('notAllowed');
    return problem('NOT_ALLOWED', [{ at: 'role', problem: `It takes the permission ${permission}.` }]);
  }
  return { ok: true, known, access, level };
}

async function isAllowed({ actor, permission, about }: Wish, known: KnownCase, access: CaseAccess): Promise<boolean> {
  // Whose a thing is only matters to some permissions; the others do not look at it.
  const ask = mayDo as (actor: Actor, permission: CasePermission, access: CaseAccess, about: About) => boolean;
  return ask(actor, permission, access, about ? await about(known) : { agencyIds: [] });
}
