import { cancellationSignal } from '@temporalio/activity';
import { makeCalendar as make } from '../usecases/meetings/makeCalendar.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { longWork } from './longWork.ts';

/** Makes the calendar of every area a year ahead, and stops with its worker; gives how many meetings were called, moved or cancelled. */
export const makeCalendar =
  ({ reconciling }: ActivityDependencies) =>
  (): Promise<number> =>
    longWork(() => make(reconciling, cancellationSignal()));
