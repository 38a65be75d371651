import type { Stage } from '../../domain/lifecycle/stage.ts';
import type { Tx } from '../prismaClient.ts';

/** Stages at which a case is over, or goes on elsewhere. */
const over: readonly Stage[] = ['declined', 'merged', 'transferred', 'ended'];

/** Cases of the same two people with the roles reversed that are not over, in whatever area. */
export async function reversedCases(
  tx: Tx,
  { victimId, perpetratorId }: { readonly victimId: string; readonly perpetratorId: string },
): Promise<readonly { readonly id: string; readonly areaId: string }[]> {
  return tx.case.findMany({
    where: { victimId: perpetratorId, perpetratorId: victimId, stage: { notIn: [...over] } },
    orderBy: { id: 'asc' },
    select: { id: true, areaId: true },
  });
}
