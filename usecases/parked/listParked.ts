import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { Actor } from '../../domain/access/actor.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { parkedCommands } from '../../store/commands/parkedCommands.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';
import { isSystemAdministrator, parkedFor } from './parkedFor.ts';

/** More than this is one fault, not many. */
const most = 500;

export interface ParkedView {
  readonly commandId: string;
  readonly type: string;
  readonly problem: string;
  readonly area: string | null;
  /** Only for those who may see the cases of the area. */
  readonly reference: string | null;
  readonly attempt: number;
  readonly since: IsoInstant;
}

/** Commands that ran into a bug and wait for its fix, the longest first. */
export async function listParked(
  deps: Dependencies,
  actor: Actor,
  route: string,
): Promise<{ readonly ok: true; readonly items: readonly ParkedView[] } | RequestProblem> {
  const { prisma } = deps.store;
  const looking = parkedFor(actor);
  if (!looking) return problem('NOT_ALLOWED');
  const codes = await readCodes(deps);
  const parked = await parkedCommands(prisma, looking, null, most);
  const at = deps.clock.now();
  const { practitionerId: actorId } = actor;
  await recordAccess(prisma, { actorId, event: 'readParked', route, caseId: null, outcome: 'shown', at });
  const opaque = isSystemAdministrator(actor);
  const items = parked.map(({ id, type, problem: fault, areaId, reference, attempt, since }) => {
    const area = areaId && codes.area(areaId);
    return { commandId: id, type, problem: fault, area, reference: opaque ? null : reference, attempt, since };
  });
  return { ok: true, items };
}
