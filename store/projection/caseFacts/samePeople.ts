import type { SamePeopleFacts } from '../../../domain/lifecycle/facts/samePeople.ts';
import { type CaseProjection, nothing } from './caseProjection.ts';

/** A report that waits for a person once more, as if nobody had been meant for sure. */
const openAgain = {
  ...{ pairId: null, caseId: null, newCaseId: null, status: 'unmatched' },
  ...{ settledAs: null, settledAt: null, settledById: null, settledReasonId: null },
};

export const samePeopleProjection: CaseProjection<keyof SamePeopleFacts> = {
  furtherAbuseReported: ({ data }, { standing, writes }) => {
    const { reportId: id, newCaseId } = data;
    writes.add('further_abuse_report', { id, caseId: standing.id, newCaseId, status: 'recorded' });
  },
  reportTakenOut: ({ data, occurred }, { standing, writes }) => {
    const { reportId: id, newCaseId: takenOutRepeatId, reasonId: takenOutReasonId, byId: takenOutById } = data;
    const takenOut = { takenOutOfId: standing.id, takenOutRepeatId, takenOutAt: occurred.at };
    writes.add('further_abuse_report', { id, ...openAgain, ...takenOut, takenOutById, takenOutReasonId });
  },
  repeatTakenBack: nothing,
  referralTakenBack: nothing,
  twoAreasNoted: nothing,
  reversedPairNoted: nothing,
  assessedWithoutReferral: nothing,
  peopleSearchedFor: nothing,
  likelyMatchNoted: nothing,
  likelyMatchDecided: ({ data, occurred }, { standing, writes }) => {
    const { matchId: id, answer, byCaseId } = data;
    // Told by another case it stands already; here its row was locked before it was decided.
    if (byCaseId === standing.id) writes.add('likely_match', { id, answer, decidedAt: occurred.at, byCaseId });
  },
  repeatFound: nothing,
  repeatWithdrawn: nothing,
};
