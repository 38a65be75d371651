import { epochMs, londonDate } from '../../calendar/london.ts';
import type { IsoInstant, Occurred } from '../../calendar/time.ts';
import { refuse, type Refusal } from '../../lifecycle/refusal.ts';
import { isDayReached, type MeetingDecider, proposeMeeting } from '../meetingCommand.ts';
import type { CaseOutcome, MeetingFact } from '../meetingFact.ts';
import { type MeetingState, unanswered } from '../meetingState.ts';

/** Who is at the table, and who has signed for confidentiality; recorded again, the later record counts. */
export const recordAttendance: MeetingDecider<'recordAttendance'> = (state, { attendees }, { occurred, now }) => {
  const early = notAtTheTable(state, occurred, now);
  return early ?? proposeMeeting([{ type: 'attendanceRecorded', occurred, data: { attendees } }]);
};

/** What the meeting did with one case; taken again before the meeting is concluded, the later record counts. */
export const takeCase: MeetingDecider<'takeCase'> = (state, payload, { occurred, now }) => {
  const early = notAtTheTable(state, occurred, now);
  if (early) return early;
  if (!(payload.caseId in state.cases)) return refuse('NOT_LISTED', [{ type: 'case', id: payload.caseId }]);
  const untied = untiedActions(payload);
  if (untied.length > 0) return refuse('ACTION_WITHOUT_RISK', untied);
  return proposeMeeting([{ type: 'caseTaken', occurred, data: sameDay(payload, state) }]);
};

/**
 * The meeting is over: every case was presented or deferred, everybody at the table has signed. What was decided goes
 * to the cases; whoever was asked and said nothing is named.
 */
export const concludeMeeting: MeetingDecider<'concludeMeeting'> = (state, _payload, { occurred, now }) => {
  const early = notAtTheTable(state, occurred, now);
  if (early) return early;
  if (state.startsAt !== null && epochMs(occurred.at) < epochMs(state.startsAt) && occurred.precision === 'minute')
    return refuse('MEETING_NOT_YET');
  const there = state.attendees.filter(({ presence }) => presence === 'present' || presence === 'deputy');
  if (there.length === 0) return refuse('ATTENDANCE_MISSING');
  const unsigned = there.filter(({ signed }) => !signed);
  if (unsigned.length > 0)
    return refuse(
      'CONFIDENTIALITY_NOT_SIGNED',
      unsigned.map(({ attendeeId }) => ({ type: 'attendee', id: attendeeId })),
    );
  const open = Object.entries(state.cases).filter(([, outcome]) => outcome === null);
  if (open.length > 0)
    return refuse(
      'CASES_NOT_TAKEN',
      open.map(([id]) => ({ type: 'case', id })),
    );
  const presentAgencyIds = [...new Set(there.map(({ agencyId }) => agencyId))];
  const held: MeetingFact = {
    type: 'meetingHeld',
    occurred,
    // Whether that is enough is policy: the store fills it in.
    data: { presentAgencyIds, quorate: true, missingServices: [] },
  };
  return proposeMeeting([held, ...silences(state, occurred)], { type: 'conclude' });
};

function silences({ requests }: MeetingState, occurred: Occurred): readonly MeetingFact[] {
  return Object.entries(requests).flatMap(([requestId, request]): MeetingFact[] => {
    const caseIds = unanswered(request);
    if (caseIds.length === 0) return [];
    return [{ type: 'researchSilent', occurred, data: { requestId, agencyId: request.agencyId, caseIds } }];
  });
}

function notAtTheTable(state: MeetingState, occurred: Occurred, now: IsoInstant): Refusal | null {
  if (state.stage === 'planned') return refuse('LIST_NOT_LOCKED');
  if (state.stage !== 'locked') return refuse('MEETING_HELD');
  const reached = isDayReached(state, londonDate(now)) && isDayReached(state, londonDate(occurred.at));
  return reached ? null : refuse('MEETING_NOT_YET');
}

/** Every action is tied to a risk that was named for its case. */
function untiedActions(taken: CaseOutcome): readonly { readonly type: string; readonly id: string }[] {
  if (taken.outcome === 'deferred') return [];
  return taken.actions
    .filter(({ riskCode }) => !taken.risks.includes(riskCode))
    .map(({ actionId }) => ({ type: 'action', id: actionId }));
}

/** What an emergency meeting decides is to be done the same day, unless it says otherwise. */
function sameDay(taken: CaseOutcome, { kind, on }: MeetingState): CaseOutcome {
  if (kind !== 'emergency' || taken.outcome === 'deferred' || on === null) return taken;
  const actions = taken.actions.map((action) =>
    action.urgent || action.due !== null ? action : { ...action, due: { type: 'day', date: on } as const },
  );
  return { ...taken, actions };
}
