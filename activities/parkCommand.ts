import { activityInfo, log } from '@temporalio/activity';
import { parkInMatter, type ParkedCommand, tellOfParking } from '../store/decisions/parkCommand.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { isBug } from './faults.ts';

/**
 * Puts a command that ran into a bug aside, where people see it. Where the same bug keeps the record from being
 * written too, the case still stands among the exceptions.
 */
export const parkCommand =
  ({ store, tools }: ActivityDependencies) =>
  async (parked: ParkedCommand): Promise<void> => {
    await parkInMatter(store, 'case', parked.caseId, parked);
    try {
      await tellOfParking(store, parked, tools);
    } catch (error) {
      if (!isBug(error, activityInfo().attempt)) throw error;
      log.error('A parked command could not be told of', { commandType: parked.commandType, problem: parked.problem });
    }
  };
