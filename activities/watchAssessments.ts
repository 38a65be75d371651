import { assessmentsToLookAt, lookAtAssessment } from '../store/assessments/watchAssessments.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { longWork } from './longWork.ts';

/** Looks at every assessment that stands alone and of which something is to be done; gives how many there were. */
export const watchAssessments =
  ({ store, tools, reconciling }: ActivityDependencies) =>
  (): Promise<number> =>
    longWork(async () => {
      const ids = await assessmentsToLookAt(store.prisma, reconciling.clock.now());
      for (const id of ids) await lookAtAssessment(store, id, reconciling.clock.now(), tools);
      return ids.length;
    });
