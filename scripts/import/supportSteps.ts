import {
  allocationSchema,
  contactAttemptSchema,
  engagementSchema,
  outcomeToldSchema,
  riskReviewSchema,
  safetyPlanSchema,
  supportEndSchema,
} from '../../contracts/support.ts';
import { checklistIn } from './checklistIn.ts';
import { checkBody, checkDay, checkFollows, checkTogether, defined, given, type Looked } from './checkCells.ts';
import type { RowStep, Step } from './step.ts';

/** Who advises the victim, and what the IDVA service did until now; `adviserId`: whom the name in the row stands for. */
export function supportSteps(looked: Looked, adviserId: string | undefined): readonly RowStep[] {
  return [
    ...allocated(looked, adviserId),
    ...attempts(looked, adviserId),
    ...engaged(looked),
    ...planned(looked),
    ...reviewed(looked),
    ...victimTold(looked),
    ...ended(looked),
  ];
}

/** What the service says of its work. */
function byService(looked: Looked, column: string, step: Omit<Step, 'by'>): readonly RowStep[] {
  return [{ looked, column, step: { by: 'service', ...step } }];
}

function allocated(looked: Looked, adviser: string | undefined): readonly RowStep[] {
  checkTogether(looked, 'adviser', 'allocatedOn');
  checkDay(looked, 'allocatedOn', 'referredOn');
  const occurredAt = given(looked.cells, 'allocatedOn');
  if (occurredAt === undefined || adviser === undefined) return [];
  // An adviser who does not speak the victim’s language needs a reason; who advises is so already.
  const body = { occurredAt, adviser, reason: 'The adviser had the case when it was taken over.' };
  checkBody(looked, allocationSchema, body, { occurredAt: 'allocatedOn', adviser: 'adviser' });
  return [{ looked, column: 'adviser', step: { name: 'allocation', by: 'marac', path: '/allocation', body } }];
}

/** The first attempt, and where it was another, the one at which somebody first spoke with the victim. */
function attempts(looked: Looked, by: string | undefined): readonly RowStep[] {
  const { cells, fault } = looked;
  checkTogether(looked, 'firstAttemptOn', 'firstAttemptResult', 'contactMedium');
  checkDay(looked, 'firstAttemptOn', 'referredOn');
  checkDay(looked, 'spokeOn', 'firstAttemptOn', 'referredOn');
  checkFollows(looked, 'spokeOn', 'firstAttemptOn');
  const { firstAttemptResult: result, contactMedium: medium, spokeOn } = cells;
  if (spokeOn && result === 'spoke') fault('spokeOn', 'The first attempt spoke with the victim already.');
  if (spokeOn && result === 'unsafe')
    fault('spokeOn', 'Contact was not safe: what followed is entered by the service.');
  const occurredAt = given(cells, 'firstAttemptOn');
  if (occurredAt === undefined) return [];
  const first = defined({ occurredAt, result, medium, by });
  const columnAt = { occurredAt: 'firstAttemptOn', result: 'firstAttemptResult', medium: 'contactMedium' };
  checkBody(looked, contactAttemptSchema, first, columnAt);
  const attempt = (column: string, name: string, body: object) =>
    byService(looked, column, { name, path: '/contact-attempts', body });
  const spoke = spokeOn
    ? attempt('spokeOn', 'spoke', defined({ occurredAt: spokeOn, result: 'spoke', medium, by }))
    : [];
  return [...attempt('firstAttemptOn', 'firstAttempt', first), ...spoke];
}

function engaged(looked: Looked): readonly RowStep[] {
  checkTogether(looked, 'engagement', 'engagedOn');
  checkDay(looked, 'engagedOn', 'referredOn');
  const occurredAt = given(looked.cells, 'engagedOn');
  if (occurredAt === undefined) return [];
  const body = defined({ occurredAt, status: given(looked.cells, 'engagement') });
  checkBody(looked, engagementSchema, body, { occurredAt: 'engagedOn', status: 'engagement' });
  return byService(looked, 'engagedOn', { name: 'engagement', path: '/engagement', body });
}

function planned(looked: Looked): readonly RowStep[] {
  checkTogether(looked, 'safetyPlanOn', 'safetyPlan');
  checkDay(looked, 'safetyPlanOn', 'referredOn');
  const occurredAt = given(looked.cells, 'safetyPlanOn');
  if (occurredAt === undefined) return [];
  const body = defined({ occurredAt, plan: given(looked.cells, 'safetyPlan') });
  checkBody(looked, safetyPlanSchema, body, { occurredAt: 'safetyPlanOn', plan: 'safetyPlan' });
  return byService(looked, 'safetyPlanOn', { name: 'safetyPlan', path: '/safety-plans', body });
}

/** Only the last review counts for when the next is due; whoever was not engaged has had none. */
function reviewed(looked: Looked): readonly RowStep[] {
  const { cells, fault } = looked;
  checkTogether(looked, 'reviewedOn', 'reviewDash');
  checkDay(looked, 'reviewedOn', 'engagedOn');
  const occurredAt = given(cells, 'reviewedOn');
  if (occurredAt === undefined) return [];
  if (cells['engagement'] !== 'engaged' && cells['engagement'] !== 'dormant')
    fault('reviewedOn', 'A review belongs to a victim who is engaged, or was and is dormant.');
  const body = defined({ occurredAt, assessment: checklistIn(cells, 'reviewDash') });
  checkBody(looked, riskReviewSchema, body, { occurredAt: 'reviewedOn', assessment: 'reviewDash' });
  return byService(looked, 'reviewedOn', { name: 'riskReview', path: '/risk-reviews', body });
}

function victimTold(looked: Looked): readonly RowStep[] {
  checkDay(looked, 'victimToldOn', 'heardOn');
  checkFollows(looked, 'victimToldOn', 'heardOn');
  checkFollows(looked, 'noSafeWay', 'victimToldOn');
  const occurredAt = given(looked.cells, 'victimToldOn');
  if (occurredAt === undefined) return [];
  const reason = given(looked.cells, 'noSafeWay');
  const body = reason === undefined ? { occurredAt, result: 'told' } : { occurredAt, result: 'noSafeWay', reason };
  checkBody(looked, outcomeToldSchema, body, { occurredAt: 'victimToldOn', reason: 'noSafeWay' });
  return byService(looked, 'victimToldOn', { name: 'victimTold', path: '/outcome-told', body });
}

function ended(looked: Looked): readonly RowStep[] {
  checkTogether(looked, 'supportEndedOn', 'supportEnd');
  checkDay(looked, 'supportEndedOn', 'safetyPlanOn', 'engagedOn', 'spokeOn', 'firstAttemptOn', 'referredOn');
  const occurredAt = given(looked.cells, 'supportEndedOn');
  if (occurredAt === undefined) return [];
  const body = defined({ occurredAt, status: given(looked.cells, 'supportEnd') });
  checkBody(looked, supportEndSchema, body, { occurredAt: 'supportEndedOn', status: 'supportEnd' });
  return byService(looked, 'supportEndedOn', { name: 'supportEnd', path: '/support-end', body });
}
