import type { PatternPreviewView } from '../../contracts/views/policyChangeViews.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { CalendarChange } from '../../domain/meetings/planCalendar.ts';
import type { CasesOfPlan } from './casesOfPlan.ts';

export type MeetingRow = PatternPreviewView['meetings'][number];

/** What becomes of a meeting, or that it stays, and why that has to be said (null where it has not). */
type Shown =
  | CalendarChange
  | {
      readonly do: 'stay';
      readonly meetingId: string;
      readonly from: IsoInstant;
      readonly because: MeetingRow['because'];
    };

/** A meeting in a preview: what it does, its cases, and another day on which its list closes, where it stays. */
export function meetingRow(
  change: Shown,
  { listed, go }: CasesOfPlan,
  cutOff: MeetingRow['cutOff'] = null,
): MeetingRow {
  const cases = change.do === 'call' ? 0 : (listed.get(change.meetingId) ?? 0);
  const went = change.do === 'cancel' ? go.get(change.meetingId) : undefined;
  const casesGo = (went?.to ?? []).map((each) => ({ ...each }));
  return { ...movement(change), cutOff, cases, casesGo, casesNowhere: went?.nowhere ?? 0 };
}

/** The order of days: by the moment a meeting has, or gets. */
export function byMoment(one: MeetingRow, other: MeetingRow): number {
  return when(one) < when(other) ? -1 : 1;
}

function when({ from, to }: MeetingRow): string {
  return from ?? to ?? '';
}

function movement(change: Shown): Pick<MeetingRow, 'does' | 'because' | 'from' | 'to'> {
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
