import type { SamePeopleFacts } from '../facts/samePeople.ts';
import { nothing, type StateChanges } from './stateChanges.ts';

export const samePeopleState: StateChanges<keyof SamePeopleFacts> = {
  furtherAbuseReported: nothing,
  reportTakenOut: nothing,
  repeatTakenBack: () => ({ repeat: false, repeatBy: null, flagEndsOn: null }),
  referralTakenBack: nothing,
  twoAreasNoted: nothing,
  reversedPairNoted: nothing,
  assessedWithoutReferral: nothing,
  peopleSearchedFor: nothing,
  likelyMatchNoted: nothing,
  likelyMatchDecided: nothing,
  repeatFound: (_state, { data }) => ({ repeat: true, repeatBy: data.matchId }),
  repeatWithdrawn: () => ({ repeat: false, repeatBy: null }),
};
