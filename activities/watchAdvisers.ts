import { cancellationSignal } from '@temporalio/activity';
import { endPlacesOfLeavers } from '../usecases/idva/endPlacesOfLeavers.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { longWork } from './longWork.ts';

/** Takes the places of advisers whose last day is over, and stops with its worker; gives how many it took. */
export const watchAdvisers =
  ({ reconciling }: ActivityDependencies) =>
  (): Promise<number> =>
    longWork(() => endPlacesOfLeavers(reconciling, cancellationSignal()));
