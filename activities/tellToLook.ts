import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { workflowIdOf } from '../contracts/workflowIds.ts';
import { addHours } from '../domain/calendar/london.ts';
import { lateLadders, type MatterToWake } from '../store/clocks/lateLadders.ts';
import { noteHeard, unheardMatters } from '../store/commands/unheardMatters.ts';
import type { ActivityDependencies } from './dependencies.ts';

/** Matters told in one round, of each sort; the next round takes the next. */
const batch = 200;
/** A ladder that fires by itself does so within seconds; in a crowd, within a minute. */
const lateAfterSeconds = 120;

/**
 * Tells matters to look at what is recorded of them, and to fire what is due: those that may not have heard of a
 * decision because engine and worker died on it, and those of which a rung is late for whatever reason. A workflow
 * that has heard and is not late finds nothing to do. One that fails keeps no other waiting. Returns how many were told.
 */
export async function tellToLook({ client, reconciling }: ActivityDependencies): Promise<number> {
  const { store, clock, log } = reconciling;
  let told = 0;
  const tell = async (matter: MatterToWake): Promise<boolean> => {
    try {
      await signal(client, matter);
      told += 1;
      return true;
    } catch (error) {
      log.error({ about: matter.about, matterId: matter.id, err: error }, 'it could not be told to look');
      return false;
    }
  };
  for (const matter of await unheardMatters(store.prisma, batch))
    if (await tell(matter)) await noteHeard(store.prisma, matter);
  const late = await lateLadders(store.prisma, addHours(clock.now(), -lateAfterSeconds / 3_600), batch);
  for (const matter of late) {
    log.warn({ about: matter.about, matterId: matter.id }, 'a rung is late; its matter is told to look');
    await tell(matter);
  }
  return told;
}

/** Whoever has no workflow gets one from what Postgres holds, and needs no telling. */
async function signal(client: Client, { about, id }: MatterToWake): Promise<void> {
  try {
    await client.workflow.getHandle(workflowIdOf(about, id)).signal('lookAgain');
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}
