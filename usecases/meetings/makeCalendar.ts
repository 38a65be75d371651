import { calendarWith } from '../../domain/calendar/announcedDays.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import { englandAndWales } from '../../domain/calendar/workingCalendar.ts';
import { type CalendarChange, planCalendar } from '../../domain/meetings/planCalendar.ts';
import { calendarHorizon, type PlannedSitting, sittingsOf } from '../../domain/meetings/sittingPattern.ts';
import { policyInForce, type PolicyEntry } from '../../domain/policy/policyInForce.ts';
import { policyEntriesOf } from '../../store/areas/areaPolicies.ts';
import { allAreas } from '../../store/areas/findArea.ts';
import type { StoredCommand } from '../../store/commands/storedCommand.ts';
import { calendarOfArea, type CalendarOfArea } from '../../store/meetings/calendarOfArea.ts';
import { groundRows } from '../../store/replanning/changes.ts';
import type { Dependencies } from '../dependencies.ts';
import { deliver } from '../sendCommand.ts';
import { type CalendarCommand, calendarCommands, invitationCommands, stageCalendar } from './calendarCommands.ts';

/** Few enough to leave room for what people send meanwhile. */
const meetingsAtOnce = 4;

/** What the calendar of an area should be, and what has to change for it. */
export interface CalendarPlan {
  readonly wanted: readonly PlannedSitting[];
  readonly changes: readonly CalendarChange[];
  readonly unrecorded: CalendarOfArea['unrecorded'];
  /** Meetings near enough for their agencies to be invited. */
  readonly invitations: readonly CalendarCommand[];
}

/** Works out the calendar of an area for a year from today, by these policies; nothing is changed. */
export async function planOfArea(
  { store, clock }: Dependencies,
  area: { readonly id: string; readonly code: string },
  entries: readonly PolicyEntry[],
): Promise<CalendarPlan> {
  const today = londonDate(clock.now());
  const { standing, taken, cancelledSlots, unrecorded, uninvited } = await calendarOfArea(store.prisma, area.id, today);
  const policyOn = (date: string) => policyInForce(entries, area.code, date);
  const { announced } = await groundRows(store.prisma);
  const calendar = calendarWith(englandAndWales, announced);
  const wanted = sittingsOf(policyOn, today, calendarHorizon(today), calendar).filter(
    ({ startsAt }) => startsAt > clock.now(),
  );
  const changes = planCalendar(standing, wanted, taken, cancelledSlots);
  return { wanted, changes, unrecorded, invitations: invitationCommands(uninvited, today, policyOn) };
}

/**
 * Makes the calendar of every area a year ahead, by the patterns in force: what is missing is called, what the pattern
 * has moved is moved. Done twice, or begun again after a kill, it does the same once. Gives how many commands it sent;
 * throws between two of them once it is asked to stop, and what was staged by then is sent by the reconciler.
 */
export async function makeCalendar(deps: Dependencies, stop: AbortSignal): Promise<number> {
  let sent = 0;
  for (const area of await allAreas(deps.store.prisma)) {
    const plan = await planOfArea(deps, area, await policyEntriesOf(deps.store.prisma, area));
    const commands = [...calendarCommands(area.id, plan.changes, plan.unrecorded, plan.wanted), ...plan.invitations];
    // Nobody sends these: the area is named as who does.
    const waiting = await stageCalendar(deps.store.prisma, area.id, area.id, commands, deps.clock.now());
    await deliverAll(deps, waiting, stop);
    sent += waiting.length;
  }
  return sent;
}

/** Delivers to a few meetings at once; what one of them gets, it gets in the order in which it was staged. */
async function deliverAll(deps: Dependencies, commands: readonly StoredCommand[], stop: AbortSignal): Promise<void> {
  const meetings = Map.groupBy(commands, ({ caseId }) => caseId).values();
  const lane = async (): Promise<void> => {
    for (const ofOne of meetings)
      for (const command of ofOne) {
        stop.throwIfAborted();
        await deliver(deps, command);
      }
  };
  await Promise.all(Array.from({ length: meetingsAtOnce }, lane));
}
