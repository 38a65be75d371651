import { isProblem, problem, type RequestProblem } from '../../contracts/problemCode.ts';
import { newId } from '../../platform/ids.ts';
import {
  addChange,
  enteredChanges,
  groundRows,
  type KnownChange,
  type NewChange,
  withdrawChange,
} from '../../store/replanning/changes.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';
import { once } from '../once.ts';
import type { CommandRequest } from '../requestIdentity.ts';
import { newChange, type WantedChange } from './newChange.ts';
import { orderHoliday, orderMeetings } from './orderMeetings.ts';
import { deliverForAWhile, orderPlanning } from './planAnew.ts';

export type ChangeEntered = { readonly ok: true; readonly changeId: string } | RequestProblem;

/**
 * Enters a bank holiday, a figure of policy or the pattern of an area's meetings. One transaction puts it on record and
 * orders what it moves, each by a command to its own case or meeting; a figure with a day to come leaves running cases alone.
 */
export async function enterChange(
  deps: Dependencies,
  request: CommandRequest,
  { source, ...wanted }: WantedChange & { readonly source: string },
): Promise<ChangeEntered> {
  const id = newId();
  const codes = await readCodes(deps);
  const { practitionerId: byId } = request.actor;
  const type = wanted.what === 'holiday' ? 'announceHoliday' : 'changePolicy';
  const entered = await once(deps, request, { type, subjectId: id }, async (tx) => {
    const before = await groundRows(tx);
    const change = await newChange(deps, wanted, before, { id, source, enteredById: byId });
    if (isProblem(change)) return change;
    await addChange(tx, change);
    const { because, enteredAt: madeAt } = change;
    const areaId = change.because === 'policy' ? change.areaId : null;
    const order = { changeId: id, because, undoes: false, areaId, byId, route: request.route, madeAt };
    if (change.because === 'calendar') return orderHoliday(tx, order, before, codes);
    if (isPattern(change)) return orderMeetings(tx, order, { patch: change.patch, countsFrom: change.effectiveFrom });
    if (!change.putToRunning) return;
    await orderPlanning(tx, order, codes);
  });
  return delivered(deps, entered);
}

/** Takes a change back: nothing new counts by it, and what it had moved is planned anew without it. */
export async function undoChange(
  deps: Dependencies,
  request: CommandRequest,
  changeId: string,
): Promise<ChangeEntered> {
  const known = (await enteredChanges(deps.store.prisma)).find(({ id }) => id === changeId);
  if (!known) return problem('NOT_FOUND');
  const codes = await readCodes(deps);
  const { practitionerId: byId } = request.actor;
  const { because, areaId } = known;
  const deed = { type: 'withdrawPolicyChange', subjectId: changeId } as const;
  const undone = await once(deps, request, deed, async (tx) => {
    const madeAt = deps.clock.now();
    const before = await groundRows(tx);
    if (!(await withdrawChange(tx, known, { practitionerId: byId, at: madeAt }))) return problem('WITHDRAWN_ALREADY');
    const order = { changeId, because, undoes: true, areaId, byId, route: request.route, madeAt };
    if (because === 'calendar') return orderHoliday(tx, order, before, codes);
    return isPattern(known)
      ? orderMeetings(tx, order, { patch: known.patch, countsFrom: known.on })
      : orderPlanning(tx, order, codes);
  });
  return delivered(deps, undone);
}

/** Whether a change is of a pattern: what it moves are the meetings themselves. */
function isPattern(change: NewChange | KnownChange): boolean {
  return change.because === 'policy' && change.patch.meeting?.sits !== undefined;
}

async function delivered(deps: Dependencies, entered: string | RequestProblem): Promise<ChangeEntered> {
  if (isProblem(entered)) return entered;
  await deliverForAWhile(deps, entered);
  return { ok: true, changeId: entered };
}
