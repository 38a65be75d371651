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
import type { Step } from './step.ts';

/** Who advises the victim, and what the IDVA service did until now; `adviserId`: whom the name in the row stands for. */
export function supportSteps(looked: Looked, adviserId: string | undefined): readonly Step[] {
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

function allocated(looked: Looked, adviser: string | undefined): readonly Step[] {
  checkTogether(looked, 'adviser', 'allocatedOn');
  checkDay(looked, 'allocatedOn', 'referredOn');
  const occurredAt = given(looked.cells, 'allocatedOn');
  if (occurredAt === undefined || adviser === undefined) return [];
  // An adviser who does not speak the victim’s language needs a reason; who advises is so already.
  const body = { occurredAt, adviser, reason: 'The adviser had the case when it was taken over.' };
  checkBody(looked, allocationSchema, body, { occurredAt: 'allocatedOn', adviser: 'adviser' });
  return [{ name: 'allocation', by: 'marac', path: '/allocation', body }];
}

/** The first attempt, and where it was another, the one at which somebody first spoke with the victim. */
function attempts(looked: Looked, by: string | undefined): readonly Step[] {
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
  const step = (name: string, body: object): Step => ({ name, by: 'service', path: '/contact-attempts', body });
  const spoke = spokeOn ? [step('spoke', defined({ occurredAt: spokeOn, result: 'spoke', medium, by }))] : [];
  return [step('firstAttempt', first), ...spoke];
}

function engaged(looked: Looked): readonly Step[] {
  checkTogether(looked, 'engagement', 'engagedOn');
  checkDay(looked, 'engagedOn', 'referredOn');
  const occurredAt = given(looked.cells, 'engagedOn');
  if (occurredAt === undefined) return [];
  const body = defined({ occurredAt, status: given(looked.cells, 'engagement') });
  checkBody(looked, engagementSchema, body, { occurredAt: 'engagedOn', status: 'engagement' });
  return [{ name: 'engagement', by: 'service', path: '/engagement', body }];
}

function planned(looked: Looked): readonly Step[] {
  checkTogether(looked, 'safetyPlanOn', 'safetyPlan');
  checkDay(looked, 'safetyPlanOn', 'referredOn');
  const occurredAt = given(looked.cells, 'safetyPlanOn');
  if (occurredAt === undefined) return [];
  const body = defined({ occurredAt, plan: given(looked.cells, 'safetyPlan') });
  checkBody(looked, safetyPlanSchema, body, { occurredAt: 'safetyPlanOn', plan: 'safetyPlan' });
  return [{ name: 'safetyPlan', by: 'service', path: '/safety-plans', body }];
}

/** Only the last review counts for when the next is due; whoever was not engaged has had none. */
function reviewed(looked: Looked): readonly Step[] {
  const { cells, fault } = looked;
  checkTogether(looked, 'reviewedOn', 'reviewDash');
  checkDay(looked, 'reviewedOn', 'engagedOn');
  const occurredAt = given(cells, 'reviewedOn');
  if (occurredAt === undefined) return [];
  if (cells['engagement'] !== 'engaged' && cells['engagement'] !== 'dormant')
    fault('reviewedOn', 'A review belongs to a victim who is engaged, or was and is dormant.');
  const body = defined({ occurredAt, assessment: checklistIn(cells, 'reviewDash') });
  checkBody(looked, riskReviewSchema, body, { occurredAt: 'reviewedOn', assessment: 'reviewDash' });
  return [{ name: 'riskReview', by: 'service', path: '/risk-reviews', body }];
}

function victimTold(looked: Looked): readonly Step[] {
  checkDay(looked, 'victimToldOn', 'heardOn');
  checkFollows(looked, 'victimToldOn', 'heardOn');
  checkFollows(looked, 'noSafeWay', 'victimToldOn');
  const occurredAt = given(looked.cells, 'victimToldOn');
  if (occurredAt === undefined) return [];
  const reason = given(looked.cells, 'noSafeWay');
  const body = reason === undefined ? { occurredAt, result: 'told' } : { occurredAt, result: 'noSafeWay', reason };
  checkBody(looked, outcomeToldSchema, body, { occurredAt: 'victimToldOn', reason: 'noSafeWay' });
  return [{ name: 'victimTold', by: 'service', path: '/outcome-told', body }];
}

function ended(looked: Looked): readonly Step[] {
  checkTogether(looked, 'supportEndedOn', 'supportEnd');
  checkDay(looked, 'supportEndedOn', 'safetyPlanOn', 'engagedOn', 'spokeOn', 'firstAttemptOn', 'referredOn');
  const occurredAt = given(looked.cells, 'supportEndedOn');
  if (occurredAt === undefined) return [];
  const body = defined({ occurredAt, status: given(looked.cells, 'supportEnd') });
  checkBody(looked, supportEndSchema, body, { occurredAt: 'supportEndedOn', status: 'supportEnd' });
  return [{ name: 'supportEnd', by: 'service', path: '/support-end', body }];
}
