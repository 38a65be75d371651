import { calendarWith } from '../../domain/calendar/announcedDays.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { englandAndWales } from '../../domain/calendar/workingCalendar.ts';
import { listingCutOff } from '../../domain/clocks/listingCutOff.ts';
import { type CutOffChange, cutOffsThatMove, type RhythmChange } from '../../domain/meetings/cutOffsThatMove.ts';
import { policyInForce } from '../../domain/policy/policyInForce.ts';
import type { Area } from '../../store/areas/findArea.ts';
import { meetingsToCome } from '../../store/meetings/meetingsToCome.ts';
import type { Tx } from '../../store/prismaClient.ts';
import type { CalendarGround, CalendarPlan } from '../meetings/planOfArea.ts';

/** What a pattern that is entered or taken back does to the lists of meetings that stay where they are; nothing is changed. */
export async function cutOffsOfPlan(
  tx: Tx,
  { id, code }: Pick<Area, 'id' | 'code'>,
  { standing, changes }: CalendarPlan,
  change: RhythmChange,
  { entries, announced }: CalendarGround,
  now: IsoInstant,
): Promise<readonly CutOffChange[]> {
  const toCome = await meetingsToCome(tx, id, londonDate(now));
  const calendar = calendarWith(englandAndWales, announced);
  return cutOffsThatMove(standing, changes, change, {
    was: new Map(toCome.map(({ meetingId, cutOffOn }) => [meetingId, cutOffOn])),
    becomes: (on) => listingCutOff(on, policyInForce(entries, code, on), calendar).date,
  });
}
