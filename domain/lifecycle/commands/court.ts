import { londonDate } from '../../calendar/london.ts';
import { propose, type Decider } from '../command.ts';
import { refuse } from '../refusal.ts';

/** A hearing, an order, a bail date or a release that somebody has to keep in sight. */
export const addLiveDate: Decider<'addLiveDate'> = (_state, payload, { occurred }) =>
  propose([{ type: 'liveDateAdded', occurred, data: payload }]);

/** What came of a hearing, or how an order or bail ended. */
export const recordLiveDateOutcome: Decider<'recordLiveDateOutcome'> = (state, payload, { occurred, now }) => {
  const date = state.liveDates[payload.liveDateId];
  if (!date) return refuse('UNKNOWN_LIVE_DATE', [{ type: 'liveDate', id: payload.liveDateId }]);
  if (date.standing === 'ended') return refuse('LIVE_DATE_ENDED');
  if (date.kind === 'hearing' && date.at && londonDate(date.at) > londonDate(now)) return refuse('HEARING_NOT_YET');
  return propose([{ type: 'liveDateOutcome', occurred, data: payload }]);
};
