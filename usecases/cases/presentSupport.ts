import { supportStatus, supportStatuses } from '../../domain/idva/supportStatus.ts';
import type { EngagementStatus } from '../../domain/lifecycle/facts/support.ts';
import type { CaseToPresent } from './presentCase.ts';

/** The support of the IDVA service, for those who may read all of a case; nothing of it for anybody else. */
export function presentSupport({ details, level, words }: CaseToPresent) {
  if (level !== 'full') return { support: null, safetyPlans: [], riskReviews: [], victimViews: [] };
  const engagement = details.engagement as EngagementStatus | 'none';
  const attempts = details.attempts.filter(({ result }) => result !== 'unsafe').length;
  const status = supportStatus({ ...details, engagement, attempts });
  return {
    support: {
      status,
      meaning: supportStatuses[status],
      withoutPlan: details.withoutPlan,
      feltSafer: details.feltSafer,
      abuseStopped: details.abuseStopped,
    },
    safetyPlans: details.safetyPlans.map((plan, index) => ({
      planId: plan.id,
      version: index + 1,
      covers: plan.subjectIds,
      byId: plan.byId,
      plan: words(plan.contentId),
      occurredAt: plan.occurredAt,
      reviews: details.planReviews
        .filter(({ planId }) => planId === plan.id)
        .map(({ outcome, byId, contentId, occurredAt }) => ({ outcome, byId, note: words(contentId), occurredAt })),
    })),
    riskReviews: details.riskReviews.map(({ assessmentId, change, countBefore, countNow, contentId, occurredAt }) => ({
      assessmentId,
      change,
      countBefore,
      countNow,
      note: words(contentId),
      occurredAt,
    })),
    victimViews: details.victimViews.map(({ id, byId, contentId, occurredAt }) => ({
      viewId: id,
      byId,
      view: words(contentId),
      occurredAt,
    })),
  };
}
