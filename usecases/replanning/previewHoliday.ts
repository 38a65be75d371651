import { isProblem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { HolidayPreviewView } from '../../contracts/views/policyChangeViews.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import { groundRows } from '../../store/replanning/changes.ts';
import { type RunningMatter, runningMatters } from '../../store/replanning/runningMatters.ts';
import type { Dependencies } from '../dependencies.ts';
import { casesOfPlan } from './casesOfPlan.ts';
import { byMoment, meetingRow } from './meetingRow.ts';
import { type AreaFollows, meetingsThatFollow } from './meetingsThatFollow.ts';
import { type WantedChange, withChange } from './newChange.ts';
import { changeToLookAt, type Looking, movesToLookAt, noteLook } from './previewChange.ts';

type HolidayMeeting = HolidayPreviewView['meetings'][number];

/**
 * What a newly announced bank holiday would move: the meetings that meet it, with how many cases stand on their lists, and the dates of
 * everything that runs. Nothing is written but that somebody looked.
 */
export async function previewHoliday(
  deps: Dependencies,
  looking: Looking,
  wanted: Extract<WantedChange, { readonly what: 'holiday' }>,
): Promise<{ readonly ok: true; readonly view: HolidayPreviewView } | RequestProblem> {
  const { prisma } = deps.store;
  const before = await groundRows(prisma);
  const change = await changeToLookAt(deps, looking, wanted, before);
  if (isProblem(change)) return change;
  const after = withChange(before, change);
  const follows = await meetingsThatFollow(prisma, before, after, deps.clock.now());
  const meetings: HolidayMeeting[] = [];
  for (const each of follows) meetings.push(...(await rowsOf(deps, each, wanted.date)));
  const matters = goingWithTheirMeeting(await runningMatters(prisma, null), follows);
  const view = await movesToLookAt(deps, looking, matters, after);
  await noteLook(deps, looking, 'previewHoliday');
  return { ok: true, view: { ...view, meetings: meetings.toSorted(byMoment) } };
}

/** The meetings of an area that move or fall away, and those that would stay on the day, with why. */
async function rowsOf(
  deps: Dependencies,
  { area, stands, ground, plan }: AreaFollows,
  date: IsoDate,
): Promise<readonly HolidayMeeting[]> {
  const changed = new Set(plan.changes.flatMap((each) => (each.do === 'call' ? [] : [each.meetingId])));
  const onTheDay = ({ meetingId, on }: { readonly meetingId: string; readonly on: IsoDate }) =>
    on === date && !changed.has(meetingId);
  const stay = [
    ...stands.standing.filter(onTheDay).map((each) => ({ ...each, because: 'movedByHand' as const })),
    ...stands.besidePattern.filter(onTheDay).map((each) => ({ ...each, because: 'besidePattern' as const })),
  ].map(({ meetingId, startsAt, because }) => ({ do: 'stay' as const, meetingId, from: startsAt, because }));
  const all = [...plan.changes, ...stay];
  if (all.length === 0) return [];
  const cases = await casesOfPlan(deps.store.prisma, area, plan, ground, londonDate(deps.clock.now()));
  return all.map((each) => ({ area: area.code, ...meetingRow(each, cases) }));
}

/**
 * What runs, without the meetings that move; of the cases on their lists without what counts from the meeting. Both get their dates
 * by the move, and nobody is shown a date in between.
 */
function goingWithTheirMeeting(
  matters: readonly RunningMatter[],
  follows: readonly AreaFollows[],
): readonly RunningMatter[] {
  const changes = follows.flatMap(({ plan }) => plan.changes);
  const moving = new Set(
    changes.flatMap((each) => (each.do === 'move' || each.do === 'cancel' ? [each.meetingId] : [])),
  );
  return matters
    .filter(({ about, id }) => about === 'case' || !moving.has(id))
    .map((matter) => (moving.has(matter.meetingId ?? '') ? { ...matter, meetingOn: null } : matter));
}
