import type { Actor } from '../../domain/access/actor.ts';
import { countHandedOver as count } from '../../store/assessments/findAssessments.ts';
import { mostCounted } from '../clocks/dutiesAhead.ts';
import type { Dependencies } from '../dependencies.ts';

/** How many assessments wait for a service of the actor to say that it takes them on; more than `mostCounted` where there are more. */
export async function countHandedOver({ store }: Pick<Dependencies, 'store'>, actor: Actor): Promise<number> {
  return count(store.prisma, actor, mostCounted + 1);
}
