import type { IsoDate } from '../calendar/time.ts';
import type { FactData } from '../lifecycle/caseFact.ts';
import { refuse, type Refusal } from '../lifecycle/refusal.ts';

/** A meeting a case might be put on, as it stands under its lock. */
export interface MeetingChoice {
  readonly meetingId: string;
  readonly meetingOn: IsoDate;
  readonly cutOffOn: IsoDate;
  readonly capacity: number;
  readonly listed: number;
  /** Its list is locked, before its cut-off perhaps: it takes cases by decision alone. */
  readonly locked?: boolean;
  readonly emergency?: boolean;
}

export interface Place {
  readonly ok: true;
  readonly meetingId: string;
  readonly meetingOn: IsoDate;
  /** True where an earlier meeting was open but full: shown on the lists of both, never silent. */
  readonly overflow: boolean;
  /** Present where the list was locked already. */
  readonly late?: true;
}

/**
 * The place of a case: the first meeting whose cut-off (a London date) has not passed and that has room. A meeting
 * asked for by name is taken even when full, marked as overflow; where every open meeting is full, the first takes it as overflow.
 */
export function chooseMeeting(
  choices: readonly MeetingChoice[],
  today: IsoDate,
  wanted: string | null,
  because: FactData['caseListed']['because'] = 'decided',
): Place | Refusal {
  if (wanted !== null) return namedMeeting(choices, today, wanted, because);
  const open = choices
    .filter((choice) => !isClosed(choice, today) && !choice.emergency)
    .toSorted((a, b) => (a.meetingOn < b.meetingOn ? -1 : 1));
  const first = open[0];
  if (!first) return refuse('NO_MEETING');
  const roomy = open.find((choice) => choice.listed < choice.capacity);
  const { meetingId, meetingOn } = roomy ?? first;
  return { ok: true, meetingId, meetingOn, overflow: meetingId !== first.meetingId || !roomy };
}

/** A locked list takes a case by the chair’s decision; an emergency meeting those that are called to it. */
function namedMeeting(
  choices: readonly MeetingChoice[],
  today: IsoDate,
  wanted: string,
  because: FactData['caseListed']['because'],
): Place | Refusal {
  const choice = choices.find((each) => each.meetingId === wanted);
  if (!choice) return refuse('UNKNOWN_MEETING', [{ type: 'meeting', id: wanted }]);
  const named = [{ type: 'meeting', id: wanted }];
  if (because === 'emergency' && !choice.emergency) return refuse('NOT_AN_EMERGENCY', named);
  const decided = because === 'late' || because === 'emergency' || because === 'meetingMoved';
  if (isClosed(choice, today) && !decided) return refuse(choice.locked ? 'LIST_LOCKED' : 'CUT_OFF_PASSED', named);
  const { meetingId, meetingOn } = choice;
  return {
    ok: true,
    meetingId,
    meetingOn,
    overflow: choice.listed >= choice.capacity,
    ...(choice.locked ? { late: true } : {}),
  };
}

function isClosed({ cutOffOn, locked }: MeetingChoice, today: IsoDate): boolean {
  return cutOffOn < today || locked === true;
}
