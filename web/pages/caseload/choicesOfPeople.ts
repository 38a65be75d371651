import { isProblem, type RequestProblem } from '../../../contracts/problemCode.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import type { Dependencies } from '../../../usecases/dependencies.ts';
import { ownServices } from '../../../usecases/idva/ownServices.ts';
import { suggestAdvisers } from '../../../usecases/idva/suggestAdvisers.ts';
import type { Choice } from '../../commandForms/commandForm.ts';
import { roomWords } from '../../wording/advisers.ts';

/** The advisers of the services somebody manages, with their room, as the choices of a question. */
export async function choicesOfPeople(
  deps: Dependencies,
  actor: Actor,
  route: string,
): Promise<{ readonly ok: true; readonly choices: readonly Choice[] } | RequestProblem> {
  const choices: Choice[] = [];
  for (const service of await ownServices(deps, actor)) {
    const advisers = await suggestAdvisers(deps, actor, route, { service });
    if (isProblem(advisers)) return advisers;
    for (const adviser of advisers.items)
      choices.push({ value: adviser.practitionerId, text: `${adviser.name} (${roomWords(adviser).toLowerCase()})` });
  }
  return { ok: true, choices };
}
