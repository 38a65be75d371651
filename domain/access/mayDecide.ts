import type { CommandPayloads, CommandType } from '../lifecycle/command.ts';
import type { Actor } from './actor.ts';
import type { CaseAccess } from './caseAccess.ts';
import { commandPermission } from './commandPermission.ts';
import { mayDo, mayDoInArea, type About } from './mayDo.ts';
import { maySettleReport } from './maySettleReport.ts';
import { isCasePermission, type Permission } from './permission.ts';

/** A command that waits to be decided, as far as it matters to who may have it decided. */
export interface WaitingCommand {
  readonly type: CommandType;
  readonly payload: CommandPayloads[CommandType];
  /** The agency that has the action, clock or hand-over the command is about, as it stands now; null for none. */
  readonly agencyId: string | null;
}

/**
 * Whether a command that somebody sent while they were allowed to may still be decided in their name: asked again when
 * it is recorded, of who they are that day (null: they hold no post any more) and of the case as it stands. What tells
 * of danger to somebody is kept whoever left meanwhile: a referral, and a report of further abuse.
 */
export function mayDecide(actor: Actor | null, command: WaitingCommand, access: CaseAccess | null): boolean {
  if (command.type === 'reportFurtherAbuse') return true;
  if (command.type === 'takeOutReport') return actor !== null && access !== null && maySettleReport(actor, access);
  if (command.type === 'submitReferral') {
    const { adopted, areaId } = command.payload as CommandPayloads['submitReferral'];
    return !adopted || (actor !== null && mayDoInArea(actor, 'adoptCase', areaId));
  }
  // A decision on contact that was made in another case of the victim is only followed here.
  if (command.type === 'decideContact' && (command.payload as CommandPayloads['decideContact']).elsewhere) return true;
  const permission: Permission | null = commandPermission[command.type];
  if (permission === null) return true;
  if (actor === null || (isCasePermission(permission) && access === null)) return false;
  // Whose a thing is only matters to some permissions; the others do not look at it.
  const ask = mayDo as (actor: Actor, permission: Permission, access: CaseAccess | null, about: About) => boolean;
  return ask(actor, permission, access, { agencyIds: agenciesOf(command) });
}

/** The agencies a command is about: the one that has the thing, and the one it is given to. */
function agenciesOf({ type, payload, agencyId }: WaitingCommand): readonly string[] {
  if (type === 'setAction') return [(payload as CommandPayloads['setAction']).agencyId];
  if (agencyId === null) return [];
  return type === 'reassignAction' ? [agencyId, (payload as CommandPayloads['reassignAction']).agencyId] : [agencyId];
}
