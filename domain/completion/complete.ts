import { addMonths, londonDate } from '../calendar/london.ts';
import type { IsoDate, IsoInstant, Occurred } from '../calendar/time.ts';
import { childrenOwed, type ChildToNotify } from '../children/childrenOwed.ts';
import { isNotificationOwed } from '../children/notificationMatrix.ts';
import type { CaseFact, Fact } from '../lifecycle/caseFact.ts';
import type { DeclineReason } from '../lifecycle/facts/referral.ts';
import type { ComparableAssessment } from '../idva/riskChange.ts';
import type { CaseStanding } from '../lifecycle/caseStanding.ts';
import type { Ask, Proposal } from '../lifecycle/command.ts';
import { refuse, type Refusal, type RefusalCode } from '../lifecycle/refusal.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';
import { type Grade, gradeOfCount, higherGrade } from '../risk/grade.ts';
import { allocate, type AdviserFound } from './allocate.ts';
import { bailRefusal, reviewRefusal, termRefusal } from './courtTerms.ts';
import { chooseMeeting, type MeetingChoice } from './chooseMeeting.ts';
import { type KeptCaseFound, mergeInto } from './completeMerge.ts';
import { reviewRisk } from './reviewRisk.ts';
import { type SafeContactProposalFound, safeContactRefusal } from './safeContactRefusal.ts';
import { hearElsewhere } from './hearElsewhere.ts';
import { reachedGrade } from './reachedGrade.ts';
import { type ReceivingArea, requestTransfer, takenOver } from './completeTransfer.ts';
import { eraseRecord, keepRecord, type RetentionFound } from './retention.ts';
import { routesMet } from './routesMet.ts';

/** What the store found under its locks, for the questions a proposal asks. */
export interface Found {
  readonly occurred: Occurred;
  readonly recordedAt: IsoInstant;
  readonly policy: AreaPolicy;
  /** The case before this command; null for a referral. */
  readonly standing: CaseStanding | null;
  /** An id that derives from the command's, by name. */
  readonly idFor: (name: string) => string;
  /** The accepted case of the same pair whose flag covers the moment of this referral. */
  readonly earlierCaseId: string | null;
  readonly meetings: readonly MeetingChoice[];
  readonly children: readonly ChildToNotify[];
  readonly contactSuspended: boolean;
  /** What is asked about safe contact, where a proposal is settled; null otherwise. */
  readonly safeContactProposal: SafeContactProposalFound | null;
  /** The adviser an allocation names. */
  readonly adviser: AdviserFound | null;
  /** The assessment before the one a review of the risk takes. */
  readonly assessmentBefore: ComparableAssessment | null;
  /** The service of the area for cases below the threshold. */
  readonly standardRiskServiceId: string;
  /** The area that takes a case over, where it is about that; null where there is no such area. */
  readonly receivingArea: ReceivingArea | null;
  /** The case a referral is to be merged into; null where there is none such. */
  readonly keptCase: KeptCaseFound | null;
  /** Whether a merge of this referral, or of another into this case, or its undoing has not been heard of where it is meant. */
  readonly mergeUnderWay: boolean;
  /** Actions that are open in referrals merged into this case. */
  readonly openActionsOfJoined: readonly string[];
  /** What is known of the review of the record; null where none is under way, or nothing asks. */
  readonly retention: RetentionFound | null;
}

export type Completion = { readonly ok: true; readonly facts: readonly CaseFact[] } | Refusal;

type AskOf<T extends Ask['type']> = Extract<Ask, { type: T }>;

/** Answers what a proposal asked of the store, by the policy in force; the facts come back in the order they happened. */
export function complete(proposal: Proposal, found: Found): Completion {
  let facts = proposal.facts;
  for (const ask of proposal.asks) {
    const completed = answer(ask, facts, found);
    if (!completed.ok) return completed;
    facts = completed.facts;
  }
  return { ok: true, facts: withMeetingFlag(facts, found) };
}

/** Where an area counts its flag from the last meeting, a hearing sets it anew. */
function withMeetingFlag(facts: readonly CaseFact[], found: Found): readonly CaseFact[] {
  const heard = facts.some(({ type }) => type === 'caseHeard' || type === 'heardElsewhere');
  if (!heard || found.policy.routes.repeatFrom.value !== 'meeting') return facts;
  return [...facts, flagFrom(found.occurred.at, standingOf(found), found)];
}

/** The flag of a pair: so many months from a moment, to the calendar day. */
function flagFrom(countedFrom: IsoInstant, { pairId }: CaseStanding, { occurred, policy }: Found): Fact<'flagSet'> {
  const endsOn: IsoDate = addMonths(londonDate(countedFrom), policy.routes.repeatMonths.value);
  return { type: 'flagSet', occurred, data: { pairId, endsOn, countedFrom } };
}

function answer(ask: Ask, facts: readonly CaseFact[], found: Found): Completion {
  switch (ask.type) {
    case 'receive':
      return receive(facts, found);
    case 'accept':
      return accept(ask, found);
    case 'decline':
      return decline(ask, facts, found);
    case 'grade':
      return grade(ask, found);
    case 'decideOnConsent':
      return decideOnConsent(ask, found);
    case 'hearElsewhere':
      return { ok: true, facts: [...facts, ...hearElsewhere(ask, standingOf(found), found)] };
    case 'place':
      return place(ask, facts, found);
    case 'notifyChildren':
      return notifyChildren(ask, facts, found);
    case 'checkTerm':
      return termRefusal(ask, found.policy) ?? { ok: true, facts };
    case 'checkBail':
      return bailRefusal(ask, found.policy, found.standing?.silent ?? false) ?? { ok: true, facts };
    case 'checkReview':
      return reviewRefusal(ask.at, found.occurred, found.policy) ?? { ok: true, facts };
    case 'merge':
      return merge(ask, facts, found);
    case 'checkMerge':
      if (found.mergeUnderWay) return refuse('MERGE_UNDER_WAY');
      return { ok: true, facts: facts.map((fact) => withChildrenOwed(fact, found)) };
    case 'checkJoined':
      if (found.mergeUnderWay) return refuse('MERGE_UNDER_WAY');
      return found.openActionsOfJoined.length === 0
        ? { ok: true, facts }
        : refuse(
            'DISPOSITIONS_MISSING',
            found.openActionsOfJoined.map((id) => ({ type: 'action', id })),
          );
    case 'requestTransfer':
      return requestTransfer(facts, standingOf(found));
    case 'acceptTransfer':
      return acceptTransfer(ask, facts, found);
    case 'checkContact':
      return found.contactSuspended ? refuse('CONTACT_SUSPENDED') : { ok: true, facts };
    case 'checkSuspended':
      return found.contactSuspended ? { ok: true, facts } : refuse('CONTACT_NOT_SUSPENDED');
    case 'checkAttempts':
      return mayStopTrying(standingOf(found), found.policy) ? { ok: true, facts } : refuse('ATTEMPTS_MISSING');
    case 'checkSafeContactProposal':
      return safeContactRefusal(ask, found.safeContactProposal) ?? { ok: true, facts };
    case 'reviewRisk':
      return { ok: true, facts: [...facts, reviewRisk(ask, found)] };
    case 'allocate':
      return allocate(ask, facts, found);
    case 'keepRecord':
      return withFact(facts, keepRecord(ask, found));
    case 'eraseRecord':
      return withFact(facts, eraseRecord(found));
    case 'extend':
    case 'pause':
    case 'resume':
    case 'acknowledge':
    case 'planAnew':
      // Clocks are not facts of the case: `changeClock` answers these beside the duties.
      return { ok: true, facts };
  }
}

function withFact(
  facts: readonly CaseFact[],
  completed: { readonly ok: true; readonly fact: CaseFact } | Refusal,
): Completion {
  return completed.ok ? { ok: true, facts: [...facts, completed.fact] } : completed;
}

/** A referral of a pair whose flag runs is a repeat: it is listed at once, whatever the score. */
function receive(facts: readonly CaseFact[], found: Found): Completion {
  const completed = facts.map((fact) =>
    fact.type === 'referralReceived' ? { ...fact, data: { ...fact.data, repeatOfId: found.earlierCaseId } } : fact,
  );
  const under16 = facts.some((fact) => fact.type === 'safeguardingHandedOver');
  if (found.earlierCaseId === null || under16) return { ok: true, facts: completed };
  const placed = place({ type: 'place', because: 'repeat', meetingId: null, reasonId: null }, completed, found);
  // Without a meeting to come the repeat stands among the exceptions; the referral is never refused for it.
  return placed.ok ? placed : { ok: true, facts: completed };
}

/** Acceptance sets the flag: twelve months from the referral, to the calendar day. */
function accept(ask: AskOf<'accept'>, found: Found): Completion {
  const { occurred, policy } = found;
  const standing = standingOf(found);
  return {
    ok: true,
    facts: [
      { type: 'referralAccepted', occurred, data: { routesMet: metBy(standing, policy), adviceId: ask.adviceId } },
      flagFrom(standing.receivedAt, standing, found),
    ],
  };
}

/** While a route is met nothing is declined: a duplicate is merged, and what belongs to another area is transferred there. */
function decline(ask: AskOf<'decline'>, facts: readonly CaseFact[], found: Found): Completion {
  const { occurred, policy } = found;
  const standing = standingOf(found);
  const met = metBy(standing, policy);
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

/** The highest of count, police grade and judgement; below the threshold a named service takes over, never nobody. */
function grade(ask: AskOf<'grade'>, found: Found): Completion {
  const { occurred, policy } = found;
  const standing = standingOf(found);
  const reached = reachedGrade(ask, standing.grade, policy);
  if (reached === null) return refuse('GRADE_MISSING');
  const routes = routesMet(
    { declared: standing.route, count: ask.count, policeGrade: ask.policeGrade, repeat: standing.repeatOfId !== null },
    policy,
  );
  // What was graded for MARAC once is never sent back below it by grading again.
  const before =
    standing.grade !== null && !ask.consentOwed && (standing.stage === 'graded' || standing.stage === 'listed');
  const toMarac = before || routes.length > 0 || ask.judgement === 'high';
  const { count, policeGrade, judgement, reasonId } = ask;
  const graded: Fact<'riskGraded'> = {
    type: 'riskGraded',
    occurred,
    data: {
      ...{ count, policeGrade, judgement, reasonId, ...reached, toMarac },
      childrenOwed: childrenOwed(found.children, reached.grade, policy),
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
function decideOnConsent(ask: AskOf<'decideOnConsent'>, found: Found): Completion {
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

/** Somebody has spoken with the victim, or as many attempts were made as are asked for: at least 3 (practice guidance). */
function mayStopTrying({ firstSpokeAt, attempts }: CaseStanding, { contact }: AreaPolicy): boolean {
  return firstSpokeAt !== null || attempts >= contact.attempts.value;
}

function merge(ask: AskOf<'merge'>, facts: readonly CaseFact[], found: Found): Completion {
  if (found.mergeUnderWay) return refuse('MERGE_UNDER_WAY');
  const { intoCaseId, reasonId } = ask;
  return withFact(facts, mergeInto({ intoCaseId, reasonId }, found.keptCase, standingOf(found), found.occurred));
}

/** The area that takes a case over lists it on its own next meeting; without one the case stands among the exceptions. */
function acceptTransfer(ask: AskOf<'acceptTransfer'>, facts: readonly CaseFact[], found: Found): Completion {
  const accepted = takenOver(ask, standingOf(found), found);
  if (!accepted.ok) return accepted;
  const all = [...facts, ...accepted.facts];
  if (!ask.listed) return { ok: true, facts: all };
  const placed = place({ type: 'place', because: 'transfer', meetingId: null, reasonId: null }, all, found);
  return placed.ok ? placed : { ok: true, facts: all };
}

/** What a meeting or a merge does to a case is never refused for want of a meeting: it stands among the exceptions. */
const neverRefused: readonly AskOf<'place'>['because'][] = ['deferred', 'meetingCancelled', 'mergeUndone'];

/** A backdated listing of a case that was taken over goes by the date it happened; any other by today. */
function place(ask: AskOf<'place'>, facts: readonly CaseFact[], found: Found): Completion {
  const { occurred } = found;
  const today = londonDate(isSilent(facts, found) ? occurred.at : found.recordedAt);
  const heardToday = facts.find((fact) => fact.type === 'caseDeferred')?.data.meetingId;
  const choices = found.meetings.filter((meeting) => meeting.meetingId !== heardToday);
  const chosen = chooseMeeting(choices, today, ask.meetingId, ask.because);
  const regardless = neverRefused.includes(ask.because);
  if (!chosen.ok) return regardless ? { ok: true, facts } : chosen;
  const { meetingId, meetingOn, overflow, late } = chosen;
  const data = {
    listingId: found.idFor('listing'),
    meetingId,
    meetingOn,
    overflow,
    because: ask.because,
    reasonId: ask.reasonId,
    ...(late ? { late } : {}),
  };
  return { ok: true, facts: [...facts, { type: 'caseListed', occurred, data }] };
}

/** A referral that stands for itself again owes what its children were not notified of before it was merged. */
function withChildrenOwed(fact: CaseFact, found: Found): CaseFact {
  switch (fact.type) {
    case 'mergeUndone':
    case 'mergeUndoneUngraded':
    case 'mergeUndoneUnscreened': {
      const owed = childrenOwed(found.children, standingOf(found).grade, found.policy);
      return { ...fact, data: { ...fact.data, childrenOwed: owed } };
    }
    default:
      return fact;
  }
}

/**
 * Each child is owed a notification by the matrix of grade and of the age they have by now; at high risk it is urgent. One that was owed
 * at the grading stays so, though the child has come of age since.
 */
function notifyChildren({ ages, owed }: AskOf<'notifyChildren'>, facts: readonly CaseFact[], found: Found): Completion {
  const standing = standingOf(found);
  const grade =
    standing.grade ?? higherGrade(standing.assessedGrade, gradeOfAssessment(standing, found.policy)) ?? 'high';
  const notOwed: string[] = [];
  const completed = facts.map((fact) => {
    if (fact.type !== 'childrenNotified') return fact;
    const ageOf = new Map(found.children.map(({ id, ageBand }) => [id, ages[id] ?? ageBand]));
    notOwed.push(
      ...fact.data.children.filter(
        (id) => !owed.includes(id) && !isNotificationOwed(ageOf.get(id) ?? 'unborn', grade, found.policy),
      ),
    );
    const urgent = grade === 'high' && found.policy.children.urgentAtHigh.value;
    return { ...fact, data: { ...fact.data, urgent } };
  });
  if (notOwed.length > 0)
    return refuse(
      'CHILD_NOT_OWED',
      notOwed.map((id) => ({ type: 'child', id })),
    );
  return { ok: true, facts: completed };
}

function gradeOfAssessment(standing: CaseStanding, policy: AreaPolicy) {
  const { highFrom, mediumFrom } = policy.grading;
  return gradeOfCount(standing.assessedCount, { highFrom: highFrom.value, mediumFrom: mediumFrom.value });
}

function metBy(standing: CaseStanding, policy: AreaPolicy) {
  const { route, assessedCount, assessedGrade, repeatOfId } = standing;
  return routesMet(
    { declared: route, count: assessedCount, policeGrade: assessedGrade, repeat: repeatOfId !== null },
    policy,
  );
}

function isSilent(facts: readonly CaseFact[], found: Found): boolean {
  return found.standing?.silent ?? facts.some((fact) => fact.type === 'referralReceived' && fact.data.adopted);
}

function standingOf(found: Found): CaseStanding {
  if (!found.standing) throw new Error('This question is about a case that has been received.');
  return found.standing;
}
