import type { Actor } from '../../domain/access/actor.ts';
import { countParkedCommands } from '../../store/commands/parkedCommands.ts';
import { mostCounted } from '../clocks/dutiesAhead.ts';
import type { Dependencies } from '../dependencies.ts';
import { parkedFor } from './parkedFor.ts';

/** How many commands ran into a fault and wait for whoever looks; one more than `mostCounted` where there are more. */
export async function countParked({ store }: Dependencies, actor: Actor): Promise<number> {
  const looking = parkedFor(actor);
  return looking ? countParkedCommands(store.reads, looking, mostCounted + 1) : 0;
}
