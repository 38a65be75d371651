import { calendarWith } from '../../domain/calendar/announcedDays.ts';
import { englandAndWales } from '../../domain/calendar/workingCalendar.ts';
import { whyCutOff } from '../../domain/meetings/whyCutOff.ts';
import { policyInForce } from '../../domain/policy/policyInForce.ts';
import { policyEntriesOf } from '../../store/areas/areaPolicies.ts';
import type { KnownMeeting } from '../../store/meetings/findMeeting.ts';
import { groundRows } from '../../store/replanning/changes.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Codes } from '../office/codes.ts';

/** Why the list of a meeting closes when it does; null where it is closed, or by no figure: an emergency meeting has its cases called to it. */
export async function cutOffWhy(
  { store: { prisma } }: Dependencies,
  { areaId, kind, status, lockedAt, onDate, cutOffOn }: KnownMeeting,
  codes: Codes,
): Promise<string | null> {
  if (status !== 'planned' || lockedAt !== null || kind === 'emergency') return null;
  const code = codes.area(areaId);
  const [entries, { announced }] = await Promise.all([
    policyEntriesOf(prisma, { id: areaId, code }),
    groundRows(prisma),
  ]);
  return whyCutOff(onDate, cutOffOn, policyInForce(entries, code, onDate), calendarWith(englandAndWales, announced));
}
