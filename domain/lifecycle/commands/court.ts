import { daysBetween, londonDate } from '../../calendar/london.ts';
import { propose, type Decider } from '../command.ts';
import { refuse } from '../refusal.ts';

/** A protection order lasts no longer (days); source: Crime and Security Act 2010, section 28. */
const longestProtectionOrder = 28;

/**
 * A hearing, an order, a bail date or a release that somebody has to keep in sight. A protection order that would end
 * too late is a mistake; one that ends soon may only have been written down late, so its shortest term is not checked.
 */
export const addLiveDate: Decider<'addLiveDate'> = (_state, payload, { occurred }) => {
  const { kind, at } = payload;
  const days = at === null ? 0 : daysBetween(londonDate(occurred.at), londonDate(at));
  if (kind === 'dvpo' && days > longestProtectionOrder) return refuse('ORDER_TERM_OUTSIDE_LAW');
  return propose([{ type: 'liveDateAdded', occurred, data: payload }]);
};

/** What came of a hearing, or how an order or bail ended. */
export const recordLiveDateOutcome: Decider<'recordLiveDateOutcome'> = (state, payload, { occurred, now }) => {
  const date = state.liveDates[payload.liveDateId];
  if (!date) return refuse('UNKNOWN_LIVE_DATE', [{ type: 'liveDate', id: payload.liveDateId }]);
  if (date.standing === 'ended') return refuse('LIVE_DATE_ENDED');
  if (date.kind === 'hearing' && date.at && londonDate(date.at) > londonDate(now)) return refuse('HEARING_NOT_YET');
  return propose([{ type: 'liveDateOutcome', occurred, data: payload }]);
};
