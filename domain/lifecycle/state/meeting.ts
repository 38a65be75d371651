import type { MeetingFacts } from '../facts/meeting.ts';
import { nothing, type StateChanges } from './stateChanges.ts';

export const meetingState: StateChanges<keyof MeetingFacts> = {
  caseListed: (state, { data }) => {
    const { listingId, meetingId, meetingOn } = data;
    const again = state.again === true || state.stage === 'heard';
    // Whoever lists it has decided: without consent it goes to MARAC.
    return { listing: { listingId, meetingId, meetingOn }, consentOwed: false, again };
  },
  standsAsHeard: () => ({ again: false }),
  takenOffList: () => ({ listing: null }),
  caseHeard: () => ({ listing: null, heard: true, outcomeTold: false, again: false }),
  heardElsewhere: () => ({ heard: true, outcomeTold: false, consentOwed: false }),
  caseDeferred: (state) => ({ listing: null, deferrals: state.deferrals + 1 }),
  planReviewed: () => ({ planReviewed: true }),
  interimDecided: nothing,
  deferralDecided: nothing,
};
