import { epochMs, londonDate } from '../../calendar/london.ts';
import { refuse } from '../../lifecycle/refusal.ts';
import type { MeetingFact } from '../meetingFact.ts';
import { isHistory, type MeetingDecider, proposeMeeting } from '../meetingCommand.ts';

/** Puts a meeting into the calendar of its area; the store adds cut-off and capacity by the policy of that date. */
export const callMeeting: MeetingDecider<'callMeeting'> = (state, payload, { occurred, now }) => {
  if (state.stage !== 'new') return refuse('MEETING_EXISTS_ALREADY');
  const silent = isHistory(payload.on, now);
  if (payload.kind === 'emergency' && !silent && epochMs(payload.startsAt) < epochMs(now))
    return refuse('MEETING_IN_THE_PAST');
  // Cut-off and capacity are the store's to fill in.
  const data = { ...payload, cutOffOn: payload.on, capacity: payload.capacity ?? 0, silent };
  const called: MeetingFact = { type: 'meetingCalled', occurred, data };
  // A meeting of the pattern is made a year ahead, and its agencies are invited when it is near; any other at once.
  if (silent || payload.kind === 'ordinary') return proposeMeeting([called], { type: 'call' });
  return proposeMeeting([called, invited(occurred)], { type: 'call' }, { type: 'invite' });
};

/** Asks the agencies to come, once. */
export const inviteAgencies: MeetingDecider<'inviteAgencies'> = (state, _payload, { occurred }) => {
  if (state.stage !== 'planned' && state.stage !== 'locked') return refuse('MEETING_HELD');
  if (state.invited === true) return refuse('ALREADY_INVITED');
  return proposeMeeting([invited(occurred)], { type: 'invite' });
};

function invited(occurred: MeetingFact['occurred']): MeetingFact {
  return { type: 'agenciesInvited', occurred, data: { agencyIds: [] } };
}

/** Moves a meeting that has not been held to another moment; its cases move with it. */
export const moveMeeting: MeetingDecider<'moveMeeting'> = (state, { startsAt, on, reasonId }, { occurred, now }) => {
  if (state.stage !== 'planned' && state.stage !== 'locked') return refuse('MEETING_HELD');
  if (isHistory(on, now)) return refuse('MEETING_IN_THE_PAST');
  if (state.startsAt === startsAt) return refuse('MEETING_NOT_MOVED');
  const data = { startsAt, on, cutOffOn: on, from: state.startsAt ?? startsAt, reasonId, caseIds: [], locked: false };
  return proposeMeeting(
    [{ type: 'meetingMoved', occurred, data }],
    { type: 'move' },
    { type: 'relist', reasonId, to: 'thisMeeting' },
  );
};

/** Counts cut-off and agenda of a meeting that stays where it is by another rhythm; a list that is locked stays so. */
export const moveCutOff: MeetingDecider<'moveCutOff'> = (state, _payload, { occurred }) => {
  if (state.stage !== 'planned') return refuse(state.stage === 'locked' ? 'LIST_LOCKED' : 'MEETING_HELD');
  const from = state.cutOffOn ?? londonDate(occurred.at);
  // The store fills in by which policy it is counted now.
  return proposeMeeting([{ type: 'cutOffMoved', occurred, data: { cutOffOn: from, from } }], { type: 'cutOff' });
};

/** Cancels a meeting that has not been held: every case on its list is listed again elsewhere. */
export const cancelMeeting: MeetingDecider<'cancelMeeting'> = (state, { reasonId }, { occurred }) => {
  if (state.stage !== 'planned' && state.stage !== 'locked') return refuse('MEETING_HELD');
  return proposeMeeting([{ type: 'meetingCancelled', occurred, data: { reasonId, caseIds: [] } }], {
    type: 'relist',
    reasonId,
    to: 'anyMeeting',
  });
};
