import type { IsoDate } from '../calendar/time.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';
import type { Grade, Route } from '../risk/grade.ts';

/** What is known about a referral when somebody asks which routes into MARAC it meets. */
export interface RouteFacts {
  readonly declared: Route;
  readonly count: number | null;
  readonly policeGrade: Grade | null;
  readonly repeat: boolean;
  /** The days of the events that come together to potential escalation; empty where they are too few. */
  readonly escalation: readonly IsoDate[];
}

/**
 * Which routes into MARAC a referral meets under a policy. Visible high risk, repeat and events that were counted are facts; judgement,
 * an escalation the referrer knows of and the routes some areas add stand on the referrer's word and are met where they are declared.
 */
export function routesMet(facts: RouteFacts, policy: AreaPolicy): readonly Route[] {
  const { routes } = policy;
  const met = new Set<Route>();
  const visible = facts.count !== null && facts.count >= routes.visibleHighRiskFrom.value;
  if (visible || facts.policeGrade === 'high') met.add('visibleHighRisk');
  if (facts.repeat) met.add('repeat');
  if (facts.escalation.length > 0) met.add('potentialEscalation');
  if (facts.declared === 'professionalJudgement' || facts.declared === 'potentialEscalation') met.add(facts.declared);
  if (facts.declared === 'suicideOrSelfHarm' && routes.suicideRoute.value) met.add(facts.declared);
  if (facts.declared === 'honourBasedAbuse' && routes.honourAlwaysListed.value) met.add(facts.declared);
  return [...met];
}
