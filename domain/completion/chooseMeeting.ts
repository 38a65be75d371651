import type { IsoDate } from '../calendar/time.ts';
import { refuse, type Refusal } from '../lifecycle/refusal.ts';

/** A meeting a case might be put on, as it stands under its lock. */
export interface MeetingChoice {
  readonly meetingId: string;
  readonly meetingOn: IsoDate;
  readonly cutOffOn: IsoDate;
  readonly capacity: number;
  readonly listed: number;
}

export interface Place {
  readonly ok: true;
  readonly meetingId: string;
  readonly meetingOn: IsoDate;
  /** True where an earlier meeting was open but full: shown on the lists of both, never silent. */
  readonly overflow: boolean;
}

/**
 * The place of a case: the first meeting whose cut-off (a London date) has not passed and that has room. A meeting
 * asked for by name is taken even when full, marked as overflow; where every open meeting is full, the first takes it as overflow.
 */
export function chooseMeeting(
  choices: readonly MeetingChoice[],
  today: IsoDate,
  wanted: string | null,
): Place | Refusal {
  if (wanted !== null) return namedMeeting(choices, today, wanted);
  const open = choices
    .filter((choice) => choice.cutOffOn >= today)
    .toSorted((a, b) => (a.meetingOn < b.meetingOn ? -1 : 1));
  const first = open[0];
  if (!first) return refuse('NO_MEETING');
  const roomy = open.find((choice) => choice.listed < choice.capacity);
  const { meetingId, meetingOn } = roomy ?? first;
  return { ok: true, meetingId, meetingOn, overflow: meetingId !== first.meetingId || !roomy };
}

function namedMeeting(choices: readonly MeetingChoice[], today: IsoDate, wanted: string): Place | Refusal {
  const choice = choices.find((each) => each.meetingId === wanted);
  if (!choice) return refuse('UNKNOWN_MEETING', [{ type: 'meeting', id: wanted }]);
  if (choice.cutOffOn < today) return refuse('CUT_OFF_PASSED', [{ type: 'meeting', id: wanted }]);
  const { meetingId, meetingOn } = choice;
  return { ok: true, meetingId, meetingOn, overflow: choice.listed >= choice.capacity };
}
