import type { CaseFact } from '../lifecycle/caseFact.ts';
import type { CaseStanding } from '../lifecycle/caseStanding.ts';
import type { Ask } from '../lifecycle/ask.ts';
import type { Proposal } from '../lifecycle/command.ts';
import { refuse, type Refusal } from '../lifecycle/refusal.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';
import { allocate, endAllocation } from './allocate.ts';
import { decideMatch, findRepeat } from './completeMatch.ts';
import { mergeInto, notSaidThere } from './completeMerge.ts';
import { requestTransfer, takenOver } from './completeTransfer.ts';
import { bailRefusal, reviewRefusal, termRefusal } from './courtTerms.ts';
import { flagFrom } from './flagFrom.ts';
import { type AskOf, type Completion, type Found, standingOf } from './found.ts';
import { decideOnConsent, grade } from './grading.ts';
import { hearElsewhere } from './hearElsewhere.ts';
import { notifyChildren, withChildrenOwed } from './notifyChildren.ts';
import { addChild, putChildRight } from './keepChildren.ts';
import { place } from './place.ts';
import { eraseRecord, keepRecord } from './retention.ts';
import { reviewRisk } from './reviewRisk.ts';
import { safeContactRefusal } from './safeContactRefusal.ts';
import { accept, decline } from './screening.ts';
import { takeBackDeath } from './takeBackDeath.ts';
import { takeOutChild } from './takeOutChild.ts';
import { flagAgain, takeOutReport } from './takeOutReport.ts';

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
    case 'addChild':
      return addChild(ask, facts, found);
    case 'putChildRight':
      return putChildRight(ask, facts, found);
    case 'takeOutChild':
      return takeOutChild(ask, facts, found);
    case 'checkTerm':
      return termRefusal(ask, found.policy) ?? { ok: true, facts };
    case 'checkBail':
      return bailRefusal(ask, found.policy, found.standing?.silent ?? false) ?? { ok: true, facts };
    case 'checkReview':
      return reviewRefusal(ask.at, found.occurred, found.policy) ?? { ok: true, facts };
    case 'decideMatch':
      return decideMatch(ask, facts, found);
    case 'findRepeat':
      return findRepeat(ask, facts, found);
    case 'takeOutReport':
      return takeOutReport(ask, facts, found);
    case 'takeBackDeath':
      return takeBackDeath(ask, facts, found);
    case 'flagAgain':
      return flagAgain(facts, found);
    case 'merge':
      return merge(ask, facts, found);
    case 'checkMerge':
      if (found.mergeUnderWay) return refuse('MERGE_UNDER_WAY');
      return { ok: true, facts: facts.map((fact) => withChildrenOwed(fact, found)) };
    case 'reopen':
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
    case 'endAllocation':
      return endAllocation(ask, facts, found);
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

/** Somebody of the service has spoken with the victim, or as many attempts were made as are asked for: at least 3 (practice guidance). */
function mayStopTrying({ reachedBy, attempts }: CaseStanding, { contact }: AreaPolicy): boolean {
  return reachedBy === 'call' || attempts >= contact.attempts.value;
}

function merge(ask: AskOf<'merge'>, facts: readonly CaseFact[], found: Found): Completion {
  if (found.mergeUnderWay) return refuse('MERGE_UNDER_WAY');
  const { intoCaseId, reasonId, notificationsOwed = [] } = ask;
  const unsaid = notSaidThere(notificationsOwed, found.keptCase, standingOf(found));
  if (unsaid.length > 0) return refuse('GONE_FURTHER', unsaid);
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
