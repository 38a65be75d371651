import { made } from '../../contracts/rehearsal.ts';
import type { CaseCommand } from '../commands/caseCommand.ts';
import { caseCommands } from '../commands/caseCommands.ts';

/** Where a request goes. */
export interface SentTo {
  /** Null where a case begins with it. */
  readonly command: CaseCommand | null;
  /** Method and pattern. */
  readonly route: string;
  /** The whole address, as it is asked for. */
  address(reference: string, madeId: string): string;
}

const api = '/api/v1';

/** The command behind an address of a rehearsal; null where there is none. */
export function sentTo(path: string): SentTo | null {
  if (path === '/adoptions') return { command: null, route: `POST ${path}`, address: () => `${api}${path}` };
  const command = caseCommands.find((each) => each.path.replace(/:\w+/, made) === path);
  if (!command) return null;
  return {
    command,
    route: `POST /cases/:reference${command.path}`,
    address: (reference, madeId) => `${api}/cases/${reference}${path.replace(made, madeId)}`,
  };
}
