import { resendCausedBy } from '../usecases/resendUnresolved.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { longWork } from './longWork.ts';

/** Delivers the commands that a decision led to and that have no answer yet. */
export const deliverFollowUps =
  ({ reconciling }: ActivityDependencies) =>
  ({ commandId }: { readonly commandId: string }): Promise<void> =>
    longWork(async () => {
      await resendCausedBy(reconciling, commandId);
    });
