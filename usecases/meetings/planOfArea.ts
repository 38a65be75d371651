import { type AnnouncedDays, calendarWith } from '../../domain/calendar/announcedDays.ts';
import { addDays, londonDate } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { englandAndWales } from '../../domain/calendar/workingCalendar.ts';
import { planCalendar, type StandingMeeting } from '../../domain/meetings/planCalendar.ts';
import { calendarHorizon, type PlannedSitting, sittingsOf } from '../../domain/meetings/sittingPattern.ts';
import { standIns } from '../../domain/meetings/standIns.ts';
import { policyInForce, type PolicyEntry } from '../../domain/policy/policyInForce.ts';
import type { Area } from '../../store/areas/findArea.ts';
import { type CalendarOfArea, calendarOfArea } from '../../store/meetings/calendarOfArea.ts';
import type { Tx } from '../../store/prismaClient.ts';
import { groundRows } from '../../store/replanning/changes.ts';
import { type CalendarCommand, type CalendarToMake, invitationCommands } from './calendarCommands.ts';

/** What the calendar of an area should be, and what has to change for it. */
export interface CalendarPlan extends CalendarToMake {
  /** The meetings of the pattern as they stand, and those that stand in for one of them. */
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

/** The same from what stands in the calendar already, made by the ground it stood on until now: which meetings have which sittings. */
export function planFrom(
  { standing: ofPattern, besidePattern, taken, givenUp, unrecorded, uninvited }: CalendarOfArea,
  { code }: Pick<Area, 'code'>,
  ground: CalendarGround,
  now: IsoInstant,
  stoodOn: CalendarGround = ground,
): CalendarPlan {
  const today = londonDate(now);
  const policyOn = (date: string) => policyInForce(ground.entries, code, date);
  const wanted = sittingsToCome(ground, code, now);
  const stoodFor = standIns(besidePattern, ofPattern, sittingsToCome(stoodOn, code, now), taken.settledSlots);
  const standing = [...ofPattern, ...stoodFor];
  const horizon = calendarHorizon(today);
  const changes = planCalendar(standing, wanted, taken).filter(
    (change) => change.do !== 'call' || change.sitting.on <= horizon,
  );
  const invitations = invitationCommands(uninvited, today, policyOn);
  return { standing, wanted, changes, givenUp, unrecorded, invitations };
}

/** A meeting at the end of the year that meets a bank holiday moves beyond it and does not fall away. */
function sittingsToCome(
  { entries, announced }: CalendarGround,
  code: string,
  now: IsoInstant,
): readonly PlannedSitting[] {
  const today = londonDate(now);
  const policyOn = (date: string) => policyInForce(entries, code, date);
  const calendar = calendarWith(englandAndWales, announced);
  return sittingsOf(policyOn, today, addDays(calendarHorizon(today), 14), calendar).filter(
    ({ startsAt }) => startsAt > now,
  );
}
