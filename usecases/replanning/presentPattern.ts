import type { PatternPreviewView } from '../../contracts/views/policyChangeViews.ts';
import type { CutOffChange } from '../../domain/meetings/cutOffsThatMove.ts';
import type { CalendarPlan } from '../meetings/planOfArea.ts';
import type { CasesOfPlan } from './casesOfPlan.ts';
import { byMoment, meetingRow, type MeetingRow } from './meetingRow.ts';

/** What a pattern would do, meeting by meeting in the order of their days. */
export function presentPattern(
  area: string,
  { standing, changes }: CalendarPlan,
  cases: CasesOfPlan,
  cutOffs: readonly CutOffChange[],
): PatternPreviewView {
  const moving = new Map(cutOffs.map(({ meetingId, from, to }) => [meetingId, { from, to }]));
  const changed = new Set(changes.flatMap((each) => (each.do === 'call' ? [] : [each.meetingId])));
  const untouched = standing
    .filter(({ meetingId }) => !changed.has(meetingId))
    .map(({ meetingId, startsAt }) => ({ do: 'stay', meetingId, from: startsAt, because: null }) as const);
  const meetings = [...changes, ...untouched].map((each) => {
    const cutOff = each.do === 'stay' ? moving.get(each.meetingId) : undefined;
    return meetingRow(each, cases, cutOff && cutOff.from !== cutOff.to ? cutOff : null);
  });
  const count = (does: MeetingRow['does']) => meetings.filter((row) => row.does === does).length;
  const nowhere = meetings.reduce((sum, row) => sum + row.casesNowhere, 0);
  const leaving = meetings.filter(({ does }) => does === 'fallsAway').reduce((sum, row) => sum + row.cases, 0);
  return {
    ...{ area, stay: count('stays'), move: count('moves'), isNew: count('isNew'), fallAway: count('fallsAway') },
    ...{ casesRelisted: leaving - nowhere, casesNowhere: nowhere },
    meetings: meetings.toSorted(byMoment),
  };
}
