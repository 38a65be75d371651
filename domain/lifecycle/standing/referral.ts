import type { ReferralFacts } from '../facts/referral.ts';
import { nothing, type StandingChanges } from './standingChanges.ts';

/** The referral itself is what the row of a case begins with: see `received`. */
export const referralStanding: StandingChanges<Exclude<keyof ReferralFacts, 'referralReceived'>> = {
  caughtUp: () => ({ silent: false }),
  referralAccepted: ({ screenedAt }, { occurred: { at } }) => ({ screenedAt: screenedAt ?? at, acceptedAt: at }),
  referralReturned: ({ screenedAt }, { occurred: { at } }) => ({ screenedAt: screenedAt ?? at }),
  referralCompleted: (_standing, { data: { assessment } }) =>
    assessment ? { assessedCount: assessment.count, assessedGrade: assessment.policeGrade } : {},
  referralDeclined: ({ screenedAt }, { occurred: { at } }) => ({ screenedAt: screenedAt ?? at }),
  riskGraded: (_standing, { data }) => ({
    grade: data.grade,
    escalationDays: data.escalation ?? [],
    ...(data.route ? { route: data.route } : {}),
  }),
  consentDecisionOwed: nothing,
  consentDecided: nothing,
};
