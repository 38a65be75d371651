import type { CaseFact } from '../lifecycle/caseFact.ts';
import type { CaseStanding } from '../lifecycle/caseStanding.ts';
import type { DeclineReason } from '../lifecycle/facts/referral.ts';
import { refuse, type RefusalCode } from '../lifecycle/refusal.ts';
import { escalationOf } from '../risk/escalation.ts';
import { londonDate } from '../calendar/london.ts';
import { flagFrom } from './flagFrom.ts';
import { type AskOf, type Completion, type Found, standingOf } from './found.ts';
import { routesMet } from './routesMet.ts';

/** Acceptance sets the flag: twelve months from the referral, to the calendar day. */
export function accept(ask: AskOf<'accept'>, found: Found): Completion {
  const { occurred } = found;
  const standing = standingOf(found);
  return {
    ok: true,
    facts: [
      { type: 'referralAccepted', occurred, data: { routesMet: metBy(standing, found), adviceId: ask.adviceId } },
      flagFrom(standing.receivedAt, standing, found),
    ],
  };
}

/** While a route is met nothing is declined: a duplicate is merged, and what belongs to another area is transferred there. */
export function decline(ask: AskOf<'decline'>, facts: readonly CaseFact[], found: Found): Completion {
  const { occurred } = found;
  const standing = standingOf(found);
  const met = metBy(standing, found);
  if (met.length > 0)
    return refuse(
      insteadOfDeclining[ask.reason],
      met.map((id) => ({ type: 'route', id })),
    );
  const declined: CaseFact = {
    type: 'referralDeclined',
    occurred,
    data: { reason: ask.reason, adviceId: ask.adviceId },
  };
  return { ok: true, facts: [...facts, declined] };
}

const insteadOfDeclining = {
  duplicate: 'MERGE_IT_INSTEAD',
  wrongArea: 'TRANSFER_IT_INSTEAD',
  belowThreshold: 'ROUTE_IS_MET',
  notDomesticAbuse: 'ROUTE_IS_MET',
} as const satisfies Record<DeclineReason, RefusalCode>;

function metBy(standing: CaseStanding, { policy, events, occurred }: Found) {
  const { route, assessedCount, assessedGrade, repeatOfId } = standing;
  return routesMet(
    {
      declared: route,
      count: assessedCount,
      policeGrade: assessedGrade,
      repeat: repeatOfId !== null,
      escalation: escalationOf(events, londonDate(occurred.at), policy),
    },
    policy,
  );
}
