import type { IsoDate } from '../calendar/time.ts';
import type { PolicyChanges } from '../policy/policyInForce.ts';
import type { CalendarChange, StandingMeeting } from './planCalendar.ts';

/** Until when the list of a meeting is open: as it was counted so far, and as another rhythm counts it (London dates). */
export interface CutOffChange {
  readonly meetingId: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** A pattern that is entered or taken back: what it brings, and the London date from which it counts. */
export interface RhythmChange {
  readonly patch: PolicyChanges;
  readonly countsFrom: IsoDate;
}

/**
 * The meetings that stay where they are while another rhythm counts their cut-off or their agenda otherwise. One whose list is
 * locked stays as it is: agencies were asked. None where the rhythm is the same.
 */
export function cutOffsThatMove(
  standing: readonly StandingMeeting[],
  changes: readonly CalendarChange[],
  { patch, countsFrom }: RhythmChange,
  cutOffs: { readonly was: ReadonlyMap<string, IsoDate>; readonly becomes: (on: IsoDate) => IsoDate },
): readonly CutOffChange[] {
  const { cutOffWorkingDays, agendaWorkingDays } = patch.meeting ?? {};
  if (!cutOffWorkingDays && !agendaWorkingDays) return [];
  const leaving = new Set(
    changes.flatMap((each) => (each.do === 'move' || each.do === 'cancel' ? each.meetingId : [])),
  );
  return standing.flatMap(({ meetingId, on, locked }) => {
    const from = cutOffs.was.get(meetingId);
    if (from === undefined || locked || on < countsFrom || leaving.has(meetingId)) return [];
    const to = cutOffs.becomes(on);
    return from === to && !agendaWorkingDays ? [] : [{ meetingId, from, to }];
  });
}
