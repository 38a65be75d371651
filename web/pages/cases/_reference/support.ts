import type { CaseView } from '../../../../contracts/views/caseView.ts';
import type { IsoInstant } from '../../../../domain/calendar/time.ts';
import { adviserKindLabels } from '../../../wording/advisers.ts';
import { counted, momentWords, toldWords } from '../../../wording/days.ts';
import * as labels from '../../../wording/labels.ts';
import { personWords } from '../../../wording/people.ts';
import { plainWords } from '../../../wording/plainWords.ts';

interface Given {
  readonly view: CaseView;
  readonly nameOf: (id: string | null) => string | null;
  readonly now: IsoInstant;
}

/** The practitioners the support of a case names. */
export function practitionersOfSupport(view: CaseView): (string | null)[] {
  return [
    view.adviserId,
    ...view.advisers.map(({ adviserId }) => adviserId),
    ...view.contactAttempts.map(({ byId }) => byId),
    ...view.safetyPlans.flatMap(({ byId, reviews }) => [byId, ...reviews.map((review) => review.byId)]),
    ...view.victimViews.map(({ byId }) => byId),
  ];
}

const waiting = 'Nobody is allocated yet; the duty queue of the service has it.';

/** The work of the IDVA service in words: who advises, what was tried, the plan, the risk since, and what the victim wants. */
export function supportOf(given: Given) {
  const { view, nameOf, now } = given;
  if (view.engagement === 'withheld' && view.adviserId === null) return null;
  const isOver = view.stage === 'ended';
  const plans = view.safetyPlans.map((plan) => planWords(plan, given)).toReversed();
  return {
    adviser: nameOf(view.adviserId) ?? (isOver ? 'Nobody had it when it ended.' : waiting),
    advisers: otherAdvisers(given),
    engagement: view.engagement === 'withheld' ? null : labels.labelOf(labels.engagementLabels, view.engagement),
    // Nobody waits for an adviser in a case that has ended.
    standing: isOver && view.support?.status === 'waiting' ? null : (view.support?.meaning ?? null),
    isOpen: view.support !== null,
    isOver,
    attempts: view.contactAttempts.toReversed().map((attempt) => ({
      result: labels.labelOf(labels.attemptLabels, attempt.result),
      medium: labels.labelOf(labels.mediumLabels, attempt.medium),
      by: nameOf(attempt.byId) ?? '',
      when: toldWords(attempt.occurredAt, now),
      note: plainWords(attempt.note),
      because: plainWords(attempt.outsideSafeTimesBecause),
    })),
    plan: plans[0] ?? null,
    earlierPlans: plans.slice(1),
    withoutPlan: coveredWords((isOver ? null : view.support?.withoutPlan) ?? [], view),
    riskReviews: view.riskReviews.toReversed().map((review) => ({
      when: toldWords(review.occurredAt, now),
      change: labels.labelOf(labels.riskChangeLabels, review.change),
      counts: countsWords(review),
      note: plainWords(review.note),
    })),
    victimViews: view.victimViews.toReversed().map((each) => ({
      when: toldWords(each.occurredAt, now),
      by: nameOf(each.byId),
      view: plainWords(each.view),
    })),
  };
}

/** Those beside the one who leads, and those from whom another took over. */
function otherAdvisers({ view, nameOf, now }: Given): string[] {
  return view.advisers
    .filter(({ adviserId, endedAt }) => endedAt !== null || adviserId !== view.adviserId)
    .map(({ adviserId, kind, allocatedAt, endedAt }) => {
      const until = endedAt === null ? '' : ` until ${momentWords(endedAt, now, 'day')}`;
      const as = labels.labelOf(adviserKindLabels, kind).toLowerCase();
      return `${nameOf(adviserId) ?? 'Somebody who has left'} (${as}), from ${momentWords(allocatedAt, now, 'day')}${until}`;
    });
}

function planWords(plan: CaseView['safetyPlans'][number], { view, nameOf, now }: Given) {
  const outcomes = { stands: 'it stands as it is', changed: 'it has to change' };
  return {
    id: plan.planId,
    version: plan.version,
    when: toldWords(plan.occurredAt, now),
    by: nameOf(plan.byId),
    covers: plan.covers.length === 0 ? 'The victim and every child' : coveredWords(plan.covers, view).join(', '),
    plan: plainWords(plan.plan),
    reviews: plan.reviews.map(({ outcome, byId, note, occurredAt }) => ({
      text: `Looked at ${toldWords(occurredAt, now)} by ${nameOf(byId) ?? 'somebody who has left'}: ${labels.labelOf(outcomes, outcome)}`,
      note: plainWords(note),
    })),
  };
}

/** Whom a plan is for: children by name, where the reader may know it. Children of a case are the only others in it. */
function coveredWords(ids: readonly string[], { children }: CaseView): string[] {
  return ids.map((id) => {
    const index = children.findIndex(({ childId }) => childId === id);
    if (index < 0) return 'The victim';
    return personWords(children[index]?.who ?? null)?.name ?? `Child ${index + 1}`;
  });
}

function countsWords({ countBefore, countNow }: CaseView['riskReviews'][number]): string | null {
  if (countNow === null) return null;
  return countBefore === null ? counted(countNow, 'tick') : `${counted(countNow, 'tick')}, ${countBefore} before`;
}
