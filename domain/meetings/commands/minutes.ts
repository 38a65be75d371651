import { refuse } from '../../lifecycle/refusal.ts';
import { type MeetingDecider, proposeMeeting } from '../meetingCommand.ts';

/** The minutes as they stand are confirmed: from now on they change only by a new version. */
export const confirmMinutes: MeetingDecider<'confirmMinutes'> = (state, { contentId }, { occurred }) => {
  if (state.stage === 'planned' || state.stage === 'locked') return refuse('MEETING_NOT_HELD');
  if (state.stage !== 'held') return refuse('MINUTES_CONFIRMED');
  return proposeMeeting([{ type: 'minutesConfirmed', occurred, data: { version: 1, contentId } }]);
};

/** The confirmed minutes have gone out: to each agency what concerns it, and its own actions alone. */
export const sendMinutes: MeetingDecider<'sendMinutes'> = (state, _payload, { occurred }) => {
  if (state.stage === 'planned' || state.stage === 'locked') return refuse('MEETING_NOT_HELD');
  if (state.stage === 'held') return refuse('MINUTES_NOT_CONFIRMED');
  if (state.stage === 'sent') return refuse('MINUTES_SENT');
  return proposeMeeting([{ type: 'minutesSent', occurred, data: { version: state.minutes, agencyIds: [] } }], {
    type: 'sendMinutes',
  });
};

/** A correction is a new version with its reason, never a rewrite; it has to go out again. */
export const correctMinutes: MeetingDecider<'correctMinutes'> = (state, payload, { occurred }) => {
  if (state.stage === 'planned' || state.stage === 'locked') return refuse('MEETING_NOT_HELD');
  if (state.stage === 'held') return refuse('MINUTES_NOT_CONFIRMED');
  return proposeMeeting([{ type: 'minutesCorrected', occurred, data: { ...payload, version: state.minutes + 1 } }]);
};
