import { type AnnouncedDays, calendarWith } from '../../domain/calendar/announcedDays.ts';
import { addDays, londonDate } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { englandAndWales } from '../../domain/calendar/workingCalendar.ts';
import { planCalendar, type StandingMeeting } from '../../domain/meetings/planCalendar.ts';
import { calendarHorizon, sittingsOf } from '../../domain/meetings/sittingPattern.ts';
import { policyInForce, type PolicyEntry } from '../../domain/policy/policyInForce.ts';
import type { Area } from '../../store/areas/findArea.ts';
import { type CalendarOfArea, calendarOfArea } from '../../store/meetings/calendarOfArea.ts';
import type { Tx } from '../../store/prismaClient.ts';
import { groundRows } from '../../store/replanning/changes.ts';
import { type CalendarCommand, type CalendarToMake, invitationCommands } from './calendarCommands.ts';

/** What the calendar of an area should be, and what has to change for it. */
export interface CalendarPlan extends CalendarToMake {
  /** The meetings of the pattern as they stand. */
  readonly standing: readonly StandingMeeting[];
  /** Meetings near enough for their agencies to be invited. */
  readonly invitations: readonly CalendarCommand[];
}

/** What the sittings of an area are reckoned by. */
export interface CalendarGround {
  readonly entries: readonly PolicyEntry[];
  readonly announced: readonly AnnouncedDays[];
}

/** Works out the calendar of an area for a year from an instant, by these policies and the days announced; nothing is changed. */
export async function planOfArea(
  tx: Tx,
  area: Pick<Area, 'id' | 'code'>,
  entries: readonly PolicyEntry[],
  now: IsoInstant,
): Promise<CalendarPlan> {
  const { announced } = await groundRows(tx);
  return planFrom(await calendarOfArea(tx, area.id, londonDate(now)), area, { entries, announced }, now);
}

/** The same from what stands in the calendar already. */
export function planFrom(
  { standing, taken, givenUp, unrecorded, uninvited }: CalendarOfArea,
  { code }: Pick<Area, 'code'>,
  { entries, announced }: CalendarGround,
  now: IsoInstant,
): CalendarPlan {
  const today = londonDate(now);
  const policyOn = (date: string) => policyInForce(entries, code, date);
  const calendar = calendarWith(englandAndWales, announced);
  const horizon = calendarHorizon(today);
  // A meeting at the end of the year that meets a bank holiday moves beyond it and does not fall away.
  const sittings = sittingsOf(policyOn, today, addDays(horizon, 14), calendar);
  const wanted = sittings.filter(({ startsAt }) => startsAt > now);
  const changes = planCalendar(standing, wanted, taken).filter(
    (change) => change.do !== 'call' || change.sitting.on <= horizon,
  );
  const invitations = invitationCommands(uninvited, today, policyOn);
  return { standing, wanted, changes, givenUp, unrecorded, invitations };
}
