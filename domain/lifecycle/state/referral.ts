import type { ReferralFacts } from '../facts/referral.ts';
import { nothing, type StateChanges } from './stateChanges.ts';

export const referralState: StateChanges<keyof ReferralFacts> = {
  referralReceived: (_state, { data, occurred }) => ({
    silent: data.adopted,
    repeat: data.repeatOfId !== null,
    pairId: data.pairId,
    receivedAt: occurred.at,
    consent: data.consent,
    children: Object.fromEntries(data.children.map((child) => [child.childId, { notified: false }])),
  }),
  caughtUp: () => ({ silent: false }),
  referralAccepted: () => ({ accepted: true }),
  referralReturned: nothing,
  referralCompleted: nothing,
  referralDeclined: nothing,
  riskGraded: (_state, { data }) => (data.toMarac ? { consentOwed: false } : {}),
  consentDecisionOwed: () => ({ consentOwed: true }),
  consentDecided: () => ({ consentOwed: false }),
};
