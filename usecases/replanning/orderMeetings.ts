import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import { newId } from '../../platform/ids.ts';
import { policyEntriesOf } from '../../store/areas/areaPolicies.ts';
import { areaById } from '../../store/areas/findArea.ts';
import { isAnyWaiting } from '../../store/commands/isAnyWaiting.ts';
import type { Tx } from '../../store/prismaClient.ts';
import { addReplanning } from '../../store/replanning/replannings.ts';
import { calendarCommands, calendarRoute, stageCalendar } from '../meetings/calendarCommands.ts';
import { planOfArea } from '../meetings/planOfArea.ts';
import type { PlanningOrder } from './planAnew.ts';

/**
 * Makes the calendar of an area anew, in the transaction that changes its pattern: a command to each meeting that is called, moved
 * or cancelled by it. Refused while an earlier order has not been answered: what it left half done cannot be planned from.
 */
export async function orderMeetings(
  tx: Tx,
  { changeId, because, undoes, areaId, byId, madeAt }: PlanningOrder,
): Promise<void | RequestProblem> {
  const area = areaId === null ? null : await areaById(tx, areaId);
  if (!area) return problem('UNKNOWN_AREA');
  if (await isAnyWaiting(tx, { actorId: area.id, route: calendarRoute })) return problem('CALENDAR_BEING_MADE');
  const plan = await planOfArea(tx, area, await policyEntriesOf(tx, area), madeAt);
  // Meetings without a record get one when the calendar is made at night: a pattern changes nothing about that.
  const commands = calendarCommands(area.id, { ...plan, unrecorded: [] });
  const staged = await stageCalendar(tx, area.id, area.id, commands, madeAt);
  const matters = staged.map(({ id, caseId }) => ({ commandId: id, matterId: caseId, about: 'meeting' as const }));
  await addReplanning(tx, { id: newId(), changeId, because, undoes, byId, madeAt, matters });
}
