import { londonDate } from '../calendar/london.ts';
import { childrenOwed } from '../children/childrenOwed.ts';
import type { CaseFact, Fact } from '../lifecycle/caseFact.ts';
import { refuse } from '../lifecycle/refusal.ts';
import type { Grade } from '../risk/grade.ts';
import { escalationOf } from '../risk/escalation.ts';
import { type AskOf, type Completion, type Found, standingOf } from './found.ts';
import { isFarOff } from './isFarOff.ts';
import { place } from './place.ts';
import { reachedGrade } from './reachedGrade.ts';
import { routesMet } from './routesMet.ts';

/** The highest of count, police grade and judgement; below the threshold a named service takes over, never nobody. */
export function grade(ask: AskOf<'grade'>, found: Found): Completion {
  const { occurred, policy } = found;
  const standing = standingOf(found);
  const reached = reachedGrade(ask, standing.grade, policy);
  if (reached === null) return refuse('GRADE_MISSING');
  const escalation = escalationOf(found.events, londonDate(occurred.at), policy);
  const { count, policeGrade, judgement, reasonId } = ask;
  const known = { declared: standing.route, count, policeGrade, repeat: standing.repeatOfId !== null };
  const routes = routesMet({ ...known, escalation }, policy);
  // What was graded for MARAC once is never sent back below it by grading again.
  const before =
    standing.grade !== null && !ask.consentOwed && (standing.stage === 'graded' || standing.stage === 'listed');
  const toMarac = before || routes.length > 0 || ask.judgement === 'high';
  const becameHigh = reached.grade === 'high' && standing.grade !== 'high';
  const waitsLong = becameHigh && isFarOff(standing.meetingOn, londonDate(found.recordedAt), found);
  const graded: Fact<'riskGraded'> = {
    type: 'riskGraded',
    occurred,
    data: {
      ...{ count, policeGrade, judgement, reasonId, ...reached, toMarac },
      childrenOwed: childrenOwed(found.children, reached.grade, policy),
      ...(waitsLong ? { farOff: true } : {}),
      ...(escalation.length > 0 ? { escalation } : {}),
      ...(routes.includes(standing.route) || escalation.length === 0 ? {} : { route: 'potentialEscalation' as const }),
    },
  };
  if (!toMarac) return { ok: true, facts: [graded, belowThreshold(ask, reached.grade, found)] };
  if (standing.stage === 'listed') return { ok: true, facts: [graded] };
  const placed = place({ type: 'place', because: 'graded', meetingId: null, reasonId: null }, [graded], found);
  return placed.ok ? placed : { ok: true, facts: [graded] };
}

/**
 * Below the threshold a named service takes over. Where a county's threshold lies above the high band, what scored high goes to
 * the IDVA service with consent; without it a named person decides.
 */
function belowThreshold(ask: AskOf<'grade'>, grade: Grade, found: Found): CaseFact {
  const scoredHigh = ask.count !== null && grade === 'high';
  if (scoredHigh && ask.consent === 'notGiven')
    return { type: 'consentDecisionOwed', occurred: found.occurred, data: { count: ask.count } };
  const usual = scoredHigh ? standingOf(found).idvaServiceId : found.standardRiskServiceId;
  return handOver(ask.handoverId, ask.handOverTo ?? usual, found);
}

function handOver(handoverId: string, toAgencyId: string, { occurred }: Found): CaseFact {
  return { type: 'handedOver', occurred, data: { handoverId, toAgencyId, urgent: false } };
}

/** What a named person decided without consent is carried out at once. */
export function decideOnConsent(ask: AskOf<'decideOnConsent'>, found: Found): Completion {
  const { decision, handoverId, reasonId, byId } = ask;
  const { occurred, standardRiskServiceId } = found;
  const decided: CaseFact = { type: 'consentDecided', occurred, data: { decision, reasonId, byId } };
  if (decision === 'marac') {
    const placed = place({ type: 'place', because: 'decided', meetingId: null, reasonId }, [decided], found);
    // Without a meeting to come it stands among the exceptions; the decision is never refused for it.
    return placed.ok ? placed : { ok: true, facts: [decided] };
  }
  const toAgencyId = decision === 'idvaService' ? standingOf(found).idvaServiceId : standardRiskServiceId;
  return { ok: true, facts: [decided, handOver(handoverId, toAgencyId, found)] };
}
