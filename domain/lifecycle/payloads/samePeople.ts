import type { FactData } from '../caseFact.ts';
import type { MatchAnswer } from '../facts/samePeople.ts';

/** What commands carry by which a case hears of the same people elsewhere: of another case, a report, a search. */
export interface SamePeoplePayloads {
  /** Sent by a case of the same two people with the roles reversed, when its referral came. */
  noteReversedPair: FactData['reversedPairNoted'];
  /** Sent where a referral brought a record that may be of one of this case’s people. */
  noteLikelyMatch: FactData['likelyMatchNoted'];
  /** By somebody who has looked at both, or has spoken with the other coordinator. */
  decideLikelyMatch: { readonly matchId: string; readonly answer: MatchAnswer; readonly reasonId: string };
  /** Sent to every other case of the two records once somebody has decided. */
  noteMatchDecision: FactData['likelyMatchDecided'];
  /** Sent where an assessment of these two was recorded without a referral while the flag runs. */
  noteAssessment: FactData['assessedWithoutReferral'];
  /** Sent by a case of the same two people that came onto a list of another area. */
  noteTwoAreas: { readonly otherCaseId: string; readonly otherAreaId: string };
  reportFurtherAbuse: { readonly reportId: string; readonly newCaseId: string | null; readonly withinFlag: boolean };
  /** By whoever found out that a report this case has recorded is about other people. */
  takeOutReport: { readonly reportId: string; readonly reasonId: string; readonly byId: string };
  /** Sent to the repeat that was opened for such a report. */
  takeBackRepeat: { readonly reportId: string; readonly ofCaseId: string; readonly reasonId: string };
  /** Sent to the case whose flag ran before a repeat that was taken back set its own. */
  setFlagAgain: { readonly insteadOfId: string };
  /** Sent by the product itself, where somebody looked for these people and may not see this case. */
  noteSearch: FactData['peopleSearchedFor'];
}
