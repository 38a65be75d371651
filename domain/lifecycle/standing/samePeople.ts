import type { SamePeopleFacts } from '../facts/samePeople.ts';
import { nothing, type StandingChanges } from './standingChanges.ts';

export const samePeopleStanding: StandingChanges<keyof SamePeopleFacts> = {
  furtherAbuseReported: nothing,
  reportTakenOut: nothing,
  repeatTakenBack: () => ({ repeatOfId: null, flagEndsOn: null }),
  referralTakenBack: ({ screenedAt }, { occurred: { at } }) => ({ screenedAt: screenedAt ?? at }),
  twoAreasNoted: () => ({ twoAreas: true }),
  reversedPairNoted: nothing,
  assessedWithoutReferral: nothing,
  peopleSearchedFor: nothing,
  likelyMatchNoted: nothing,
  likelyMatchDecided: nothing,
  repeatFound: (_standing, { data }) => ({ repeatOfId: data.repeatOfId }),
  repeatWithdrawn: () => ({ repeatOfId: null }),
};
