import type { CommandResult } from '../../../../usecases/sendCommand.ts';
import type { Done } from '../../../definePage.ts';

/** Where somebody goes after a command about a meeting: on, to where it is decided, or back to the form with why not. */
export function sentFromMeeting(result: CommandResult, to: string, notice: string): Done {
  if (!result.ok) return result;
  return result.status === 'pending' ? { ok: true, to, pending: result.command.id } : { ok: true, to, notice };
}
