import type { PatternPreviewView } from '../../contracts/views/policyChangeViews.ts';
import type { CalendarChange } from '../../domain/meetings/planCalendar.ts';
import type { CasesGo } from '../../domain/meetings/whereCasesGo.ts';
import type { CalendarPlan } from '../meetings/planOfArea.ts';

type MeetingRow = PatternPreviewView['meetings'][number];

/** What a pattern would do, meeting by meeting in the order of their days. */
export function presentPattern(
  area: string,
  { standing, changes }: CalendarPlan,
  listed: ReadonlyMap<string, number>,
  go: ReadonlyMap<string, CasesGo>,
): PatternPreviewView {
  const changed = new Set(changes.flatMap((each) => (each.do === 'call' ? [] : [each.meetingId])));
  const untouched = standing
    .filter(({ meetingId }) => !changed.has(meetingId))
    .map(({ meetingId, startsAt }) => ({ do: 'stay', meetingId, from: startsAt, because: null }) as const);
  const meetings = [...changes, ...untouched].map((each) => ({
    ...rowOf(each),
    cases: each.do === 'call' ? 0 : (listed.get(each.meetingId) ?? 0),
    ...goingOf(each, go),
  }));
  const count = (does: MeetingRow['does']) => meetings.filter((row) => row.does === does).length;
  const nowhere = meetings.reduce((sum, row) => sum + row.casesNowhere, 0);
  const leaving = meetings.filter(({ does }) => does === 'fallsAway').reduce((sum, row) => sum + row.cases, 0);
  return {
    ...{ area, stay: count('stays'), move: count('moves'), isNew: count('isNew'), fallAway: count('fallsAway') },
    ...{ casesRelisted: leaving - nowhere, casesNowhere: nowhere },
    meetings: meetings.toSorted((one, other) => (when(one) < when(other) ? -1 : 1)),
  };
}

type Shown = CalendarChange | { readonly do: 'stay'; readonly from: string; readonly because: null };

function rowOf(change: Shown): Pick<MeetingRow, 'does' | 'because' | 'from' | 'to'> {
  switch (change.do) {
    case 'call':
      return { does: 'isNew', because: null, from: null, to: change.sitting.startsAt };
    case 'move':
      return { does: 'moves', because: null, from: change.from, to: change.sitting.startsAt };
    case 'cancel':
      return { does: 'fallsAway', because: null, from: change.from, to: null };
    case 'stay':
      return { does: 'stays', because: change.because, from: change.from, to: change.from };
  }
}

function goingOf(change: Shown, go: ReadonlyMap<string, CasesGo>): Pick<MeetingRow, 'casesGo' | 'casesNowhere'> {
  const went = change.do === 'cancel' ? go.get(change.meetingId) : undefined;
  return { casesGo: (went?.to ?? []).map((each) => ({ ...each })), casesNowhere: went?.nowhere ?? 0 };
}

function when({ from, to }: MeetingRow): string {
  return from ?? to ?? '';
}
