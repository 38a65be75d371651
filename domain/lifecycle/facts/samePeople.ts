/** What a case hears of its people from elsewhere. */
export interface SamePeopleFacts {
  furtherAbuseReported: { reportId: string; newCaseId: string | null; withinFlag: boolean };
  /** Another area has the same two people on a list, or has heard them and still works on it. */
  twoAreasNoted: { otherCaseId: string; otherAreaId: string };
  /** The same two people are in another case with the roles reversed. */
  reversedPairNoted: { otherCaseId: string; otherAreaId: string };
  /** While the flag runs an agency assessed these two anew, and nobody has referred them. */
  assessedWithoutReferral: { assessmentId: string; agencyId: string };
  /** Somebody who may not see this case looked for its people before referring them; their coordinator is told. */
  peopleSearchedFor: { byId: string; forAreaId: string };
}
