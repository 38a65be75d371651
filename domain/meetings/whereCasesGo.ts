import type { IsoDate } from '../calendar/time.ts';
import { chooseMeeting, type MeetingChoice } from '../completion/chooseMeeting.ts';

/** A meeting that falls away, with how many cases stand on its list. */
export interface LeavingMeeting {
  readonly meetingId: string;
  readonly cases: number;
}

/** Where the cases of one such meeting go: how many to the meeting of which London date, and how many find none. */
export interface CasesGo {
  readonly to: readonly { readonly meetingOn: IsoDate; readonly cases: number }[];
  readonly nowhere: number;
}

/**
 * Where the cases of meetings that fall away would be listed again on a London date, one after the other, by the rule by which
 * they will be: each to the first meeting left whose cut-off has not passed and that has room.
 */
export function whereCasesGo(
  leaving: readonly LeavingMeeting[],
  left: readonly MeetingChoice[],
  today: IsoDate,
): ReadonlyMap<string, CasesGo> {
  const listed = new Map(left.map(({ meetingId, listed: before }) => [meetingId, before]));
  const place = () => {
    const choices = left.map((choice) => ({ ...choice, listed: listed.get(choice.meetingId) ?? 0 }));
    const placed = chooseMeeting(choices, today, null);
    if (!placed.ok) return null;
    listed.set(placed.meetingId, (listed.get(placed.meetingId) ?? 0) + 1);
    return placed.meetingOn;
  };
  return new Map(
    leaving.map(({ meetingId, cases }) => {
      const days = Map.groupBy(Array.from({ length: cases }, place), (day) => day);
      const to = [...days].flatMap(([meetingOn, there]) =>
        meetingOn === null ? [] : [{ meetingOn, cases: there.length }],
      );
      return [meetingId, { to, nowhere: days.get(null)?.length ?? 0 }];
    }),
  );
}
