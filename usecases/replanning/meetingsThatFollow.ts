import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { changesThatFollow } from '../../domain/meetings/changesThatFollow.ts';
import { defaultPolicyEntries } from '../../domain/policy/defaults.ts';
import { allAreas, type Area } from '../../store/areas/findArea.ts';
import { areaEntriesOf } from '../../store/decisions/openRows.ts';
import { type CalendarOfArea, calendarOfArea } from '../../store/meetings/calendarOfArea.ts';
import type { Tx } from '../../store/prismaClient.ts';
import { type CalendarGround, type CalendarPlan, planFrom } from '../meetings/planOfArea.ts';
import type { GroundRows } from './whatMoves.ts';

/** What follows in one area: its calendar as it stands, and of its plan what was not needed before. */
export interface AreaFollows {
  readonly area: Area;
  readonly stands: CalendarOfArea;
  readonly ground: CalendarGround;
  readonly plan: CalendarPlan;
}

/** What becomes of the meetings of every area when other days are announced; nothing is changed. */
export async function meetingsThatFollow(
  tx: Tx,
  before: GroundRows,
  after: GroundRows,
  now: IsoInstant,
): Promise<readonly AreaFollows[]> {
  const all: AreaFollows[] = [];
  for (const area of await allAreas(tx)) {
    const stands = await calendarOfArea(tx, area.id, londonDate(now));
    const stoodOn = groundOf(before, area);
    const ground = groundOf(after, area);
    const plan = planFrom(stands, area, ground, now, stoodOn);
    const changes = changesThatFollow(planFrom(stands, area, stoodOn, now).changes, plan.changes);
    all.push({ area, stands, ground, plan: { ...plan, changes } });
  }
  return all;
}

function groundOf({ policies, announced }: GroundRows, area: Area): CalendarGround {
  return { entries: [...defaultPolicyEntries, ...areaEntriesOf(policies, area)], announced };
}
