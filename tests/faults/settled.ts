import { untilTrue } from '../environment/programs/untilTrue.ts';
import type { World } from './world.ts';

/** Longer than the slowest of what mends itself: a mail that is tried again, a command that the reconciler sends. */
const patienceMs = 240_000;
/**
 * A workflow of which engine and worker died together is told to look by the reconciler, which comes round each minute
 * and may have been away itself.
 */
export const workflowPatienceMs = 150_000;

interface Unsettled {
  readonly staged: number;
  /** What kinds of command these are. */
  readonly types: string | null;
  readonly waiting: number;
  readonly due: number;
}

/** Waits until the product has done by itself all that is left to do: nothing staged, no mail waiting, no rung due. */
export async function settled({ store }: World): Promise<void> {
  let last: Unsettled | null = null;
  const look = async (): Promise<boolean> => {
    const [row] = await store.prisma.$queryRaw<Unsettled[]>`
      SELECT (SELECT count(*)::int FROM command WHERE status = 'staged') AS staged,
        (SELECT string_agg(DISTINCT type, ', ') FROM command WHERE status = 'staged') AS types,
        (SELECT count(*)::int FROM notice WHERE status = 'waiting') AS waiting,
        (SELECT count(*)::int FROM clock WHERE status <> 'ended' AND next_rung_at <= now()) AS due`;
    last = row ?? null;
    return last !== null && last.staged + last.waiting + last.due === 0;
  };
  try {
    await untilTrue('everything is done', () => look().catch(() => false), patienceMs);
  } catch (error) {
    throw new Error(`Something never came to its end: ${JSON.stringify(last)}`, { cause: error });
  }
}
