import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import { epochMs, instantAt } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { RhythmChange } from '../../domain/meetings/cutOffsThatMove.ts';
import { newId } from '../../platform/ids.ts';
import { policyEntriesOf } from '../../store/areas/areaPolicies.ts';
import { type Area, areaById } from '../../store/areas/findArea.ts';
import { isAnyWaiting } from '../../store/commands/isAnyWaiting.ts';
import type { Tx } from '../../store/prismaClient.ts';
import { groundRows } from '../../store/replanning/changes.ts';
import { addReplanning } from '../../store/replanning/replannings.ts';
import {
  type CalendarCommand,
  calendarCommands,
  calendarRoute,
  cutOffCommands,
  stageCalendar,
} from '../meetings/calendarCommands.ts';
import { type CalendarPlan, planOfArea } from '../meetings/planOfArea.ts';
import type { Codes } from '../office/codes.ts';
import { cutOffsOfPlan } from './cutOffsOfPlan.ts';
import { meetingsThatFollow } from './meetingsThatFollow.ts';
import { type OrderedMatter, orderPlanning, type PlanningOrder } from './planAnew.ts';
import type { GroundRows } from './whatMoves.ts';

/**
 * Makes the calendar of an area anew, in the transaction that changes its pattern. What stays gets its new cut-off first: cases of a
 * meeting that falls away look for a list that is open.
 */
export async function orderMeetings(
  tx: Tx,
  { changeId, because, undoes, areaId, byId, madeAt }: PlanningOrder,
  change: RhythmChange,
): Promise<void | RequestProblem> {
  const area = areaId === null ? null : await areaById(tx, areaId);
  if (!area) return problem('UNKNOWN_AREA');
  const entries = await policyEntriesOf(tx, area);
  const plan = await planOfArea(tx, area, entries, madeAt);
  const ground = { entries, announced: (await groundRows(tx)).announced };
  const cutOffs = await cutOffsOfPlan(tx, area, plan, change, ground, madeAt);
  const order = `${changeId}${undoes ? '/undone' : ''}`;
  const matters = await stageForArea(tx, area, plan, madeAt, cutOffCommands(cutOffs, order));
  if ('code' in matters) return matters;
  await addReplanning(tx, { id: newId(), changeId, because, undoes, byId, madeAt, matters });
}

/**
 * Moves the meetings that meet a bank holiday, or that went out of the way of one that is taken back, and plans anew what runs, in
 * the transaction that announces it or takes it back: the meetings first, for their cases go with them.
 */
export async function orderHoliday(
  tx: Tx,
  order: PlanningOrder,
  before: GroundRows,
  codes: Codes,
): Promise<void | RequestProblem> {
  const ordered: OrderedMatter[] = [];
  for (const { area, plan } of await meetingsThatFollow(tx, before, await groundRows(tx), order.madeAt)) {
    if (plan.changes.every((change) => change.do === 'stay')) continue;
    const at = instantAt(epochMs(order.madeAt) + ordered.length);
    const staged = await stageForArea(tx, area, plan, at);
    if ('code' in staged) return staged;
    ordered.push(...staged);
  }
  await orderPlanning(tx, order, codes, ordered);
}

/**
 * A command to each meeting that is called, moved or cancelled. Refused while an earlier order has not been answered: what it left
 * half done cannot be planned from.
 */
async function stageForArea(
  tx: Tx,
  area: Area,
  plan: CalendarPlan,
  at: IsoInstant,
  first: readonly CalendarCommand[] = [],
): Promise<readonly OrderedMatter[] | RequestProblem> {
  if (await isAnyWaiting(tx, { actorId: area.id, route: calendarRoute })) return problem('CALENDAR_BEING_MADE');
  // Meetings without a record get one when the calendar is made at night: a change of days changes nothing about that.
  const commands = [...first, ...calendarCommands(area.id, { ...plan, unrecorded: [] })];
  const staged = await stageCalendar(tx, area.id, area.id, commands, at);
  return staged.map(({ id, caseId }) => ({ commandId: id, matterId: caseId, about: 'meeting' }));
}
