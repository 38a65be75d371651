import type { Occurred } from '../../domain/calendar/time.ts';
import type { Attendance } from '../../domain/lifecycle/facts/meeting.ts';
import type { CommandPayloads } from '../../domain/lifecycle/command.ts';
import type { MeetingAsk } from '../../domain/meetings/meetingCommand.ts';
import type { Attendee, CaseOutcome } from '../../domain/meetings/meetingFact.ts';
import type { FollowUp } from './followUps.ts';

/** What was decided about each case, as the command with which the case hears of it. */
export function followUpsOfConclusion(
  meetingId: string,
  taken: readonly CaseOutcome[],
  attendees: unknown,
  occurred: Occurred,
): readonly FollowUp[] {
  const attendance = attendanceOf(attendees);
  return taken.map((each): FollowUp => {
    const payload: CommandPayloads['recordHearing'] =
      each.outcome === 'deferred'
        ? { outcome: 'deferred', meetingId, attendance, reasonId: each.reasonId }
        : { outcome: 'heard', meetingId, attendance, minuteId: each.minuteId, actions: each.actions };
    return { about: 'case', matterId: each.caseId, type: 'recordHearing', payload, occurred };
  });
}

/** Every case on the list of a meeting that was cancelled or moved is listed again. */
export function followUpsOfRelisting(
  meetingId: string,
  caseIds: readonly string[],
  { reasonId, to }: Extract<MeetingAsk, { type: 'relist' }>,
  occurred: Occurred,
): readonly FollowUp[] {
  const payload: CommandPayloads['relistCase'] = {
    fromMeetingId: meetingId,
    toMeetingId: to === 'thisMeeting' ? meetingId : null,
    because: to === 'thisMeeting' ? 'meetingMoved' : 'meetingCancelled',
    reasonId,
  };
  return caseIds.map((caseId) => ({ about: 'case', matterId: caseId, type: 'relistCase', payload, occurred }));
}

/** Attendance by agency: of several people of one agency the one who was most there counts. */
function attendanceOf(stored: unknown): readonly Attendance[] {
  const most = ['present', 'deputy', 'apologies', 'absent'] as const;
  const byAgency = new Map<string, Attendance>();
  // What is stored there was recorded as a fact, and is trusted.
  for (const { agencyId, presence } of (stored ?? []) as readonly Attendee[]) {
    const known = byAgency.get(agencyId);
    if (!known || most.indexOf(presence) < most.indexOf(known.presence)) byAgency.set(agencyId, { agencyId, presence });
  }
  return [...byAgency.values()];
}
