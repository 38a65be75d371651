import { cancellationSignal } from '@temporalio/activity';
import { makeCalendar as make } from '../usecases/meetings/makeCalendar.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { sortingFaults } from './faults.ts';

/** Makes the calendar of every area a year ahead, and stops with its worker; gives how many meetings were called, moved or cancelled. */
export const makeCalendar =
  ({ reconciling }: ActivityDependencies) =>
  (): Promise<number> =>
    sortingFaults(() => make(reconciling, cancellationSignal()));
