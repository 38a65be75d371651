import type { MatchReason } from '../../people/matchForms.ts';

/** What somebody decided about two records of people: of the same person, or of two after all. */
export const matchAnswers = ['same', 'notSame'] as const;
export type MatchAnswer = (typeof matchAnswers)[number];

/** What a case hears of its people from elsewhere. */
export interface SamePeopleFacts {
  furtherAbuseReported: { reportId: string; newCaseId: string | null; withinFlag: boolean };
  /** That report is about other people after all: it is open again, and the repeat opened for it is told. */
  reportTakenOut: { reportId: string; newCaseId: string | null; reasonId: string; byId: string };
  /** The report for which this case was opened is about other people: it is no repeat, and the flag it had set is none. */
  repeatTakenBack: { reportId: string; ofCaseId: string; hadFlag: boolean; reasonId: string };
  /** Nothing had come of it but a place on a list: with the report the whole referral is gone. */
  referralTakenBack: { reportId: string };
  /** Another area has the same two people on a list, or has heard them and still works on it. */
  twoAreasNoted: { otherCaseId: string; otherAreaId: string };
  /** The same two people are in another case with the roles reversed. */
  reversedPairNoted: { otherCaseId: string; otherAreaId: string };
  /** While the flag runs an agency assessed these two anew, and nobody has referred them. */
  assessedWithoutReferral: { assessmentId: string; agencyId: string };
  /** Somebody who may not see this case looked for its people before referring them; their coordinator is told. */
  peopleSearchedFor: { byId: string; forAreaId: string };
  /** The record of its victim or perpetrator may be of the same person as another record; somebody has to decide. */
  likelyMatchNoted: {
    matchId: string;
    part: 'victim' | 'perpetrator';
    /** The record that was made later, and the one that was there. */
    personId: string;
    knownId: string;
    reasons: readonly MatchReason[];
    /** The areas whose cases the other record is in. */
    otherAreaIds: readonly string[];
  };
  /** Somebody decided, here or in another case of the two; again where it is decided otherwise. */
  likelyMatchDecided: {
    matchId: string;
    answer: MatchAnswer;
    /** What had been decided before; null where nothing had. */
    before: MatchAnswer | null;
    /** The case in which it was decided, and why; the reason stays there. */
    byCaseId: string;
    reasonId: string | null;
  };
  /** Since these are the same two people as in an accepted case whose flag covers the incident, this is a repeat. */
  repeatFound: { matchId: string; repeatOfId: string };
  /** It was decided otherwise: they are not the same two, and this is no repeat of that case. */
  repeatWithdrawn: { matchId: string };
}
