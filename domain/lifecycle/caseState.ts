import type { IsoDate, IsoInstant } from '../calendar/time.ts';
import type { ProceedingKind } from '../court/codes.ts';
import type { CaseFact, EngineFact, FactData } from './caseFact.ts';
import type { SchoolResult } from './facts/children.ts';
import type { LiveDateDetails, LiveDateKind } from './facts/liveDates.ts';
import type { EngagementStatus } from './facts/support.ts';
import type { StandingClock } from '../matters/engineFact.ts';
import { clocksAfter } from '../matters/matter.ts';
import { afterRepeat } from './commands/likelyMatch.ts';
import { isOtherService } from './isOtherService.ts';
import type { Stage } from './stage.ts';
import { next } from './transitions.ts';

export type ActionStatus = 'open' | 'completed' | 'notPossible' | 'notDone';

/** A live date as far as later commands depend on it. */
export interface LiveDateState extends LiveDateDetails {
  readonly kind: LiveDateKind;
  readonly at: IsoInstant | null;
  readonly standing: 'live' | 'watched' | 'ended';
  readonly endedAt?: IsoInstant;
}

/** What the workflow knows of its case: plain JSON, a fold over recorded facts, enough to guard every command. */
export interface CaseState {
  schemaVersion: 1;
  /** The number of the last recorded fact this state has seen. */
  version: number;
  stage: Stage;
  silent: boolean;
  frozen: boolean;
  accepted: boolean;
  repeat: boolean;
  /** By which decided match it was found to be a repeat; missing where the referral was one, or it is none. */
  repeatBy?: string | null;
  planReviewed: boolean;
  pairId: string | null;
  /** `school`: what is on record of the child's school; missing where nothing is. */
  children: Record<string, { notified: boolean; school?: SchoolResult }>;
  /** `refused` by whom it was handed to, `settled` once something follows that; missing where neither is. */
  handovers: Record<string, { acknowledged: boolean; refused?: boolean; settled?: boolean }>;
  /** Whether the victim consented to the referral; missing in states from before it was kept. */
  consent?: 'given' | 'notGiven';
  /** Whether a named person has to decide where the case goes without consent; missing where never. */
  consentOwed?: boolean;
  actions: Record<string, ActionStatus>;
  liveDates: Record<string, LiveDateState>;
  proceedings: Record<string, { kind: ProceedingKind; startedOn: IsoDate; ended: boolean }>;
  listing: { listingId: string; meetingId: string; meetingOn: IsoDate } | null;
  deferrals: number;
  heard: boolean;
  /** Listed to be heard again; missing where it is not. */
  again?: boolean;
  outcomeTold: boolean;
  attempts: number;
  contactSuspended: boolean;
  engagement: EngagementStatus | 'none';
  supportEnded: boolean;
  /** Versions of the safety plan, by id; a state from before they were kept has none. */
  safetyPlans?: readonly string[];
  receivedAt: IsoInstant | null;
  flagEndsOn: IsoDate | null;
  /** A transfer that waits for its answer, or was refused and not settled yet; missing in states from before there were any. */
  transfer?: {
    transferId: string;
    toAreaId: string | null;
    reasonId: string;
    status: 'pending' | 'refused';
  } | null;
  /** The case it was merged into, and how far it had come; missing where it was not. */
  merged?: { intoCaseId: string; had: 'notBeenAccepted' | 'notBeenGraded' | 'beenGraded' } | null;
  /** Referrals that were merged into this case, each with the children that came with it; missing where there are none. */
  joined?: Record<string, readonly { readonly childId: string; readonly minor: boolean }[]>;
  clocks: Record<string, StandingClock>;
}

/** The state of a case of which nothing is known yet. */
export function newCase(): CaseState {
  return {
    schemaVersion: 1,
    version: 0,
    stage: 'new',
    silent: false,
    frozen: false,
    accepted: false,
    repeat: false,
    planReviewed: false,
    pairId: null,
    children: {},
    handovers: {},
    actions: {},
    liveDates: {},
    proceedings: {},
    listing: null,
    deferrals: 0,
    heard: false,
    outcomeTold: false,
    attempts: 0,
    contactSuspended: false,
    engagement: 'none',
    supportEnded: false,
    receivedAt: null,
    flagEndsOn: null,
    clocks: {},
  };
}

/** A state that was carried over, perhaps from a release that knew less: what it does not know yet is empty. */
export function carriedOver(state: CaseState | null): CaseState {
  return { ...newCase(), ...state };
}

/** The state after recorded facts, in order; a fact seen before changes nothing. */
export function evolveAll(state: CaseState, facts: readonly EngineFact[]): CaseState {
  return facts.reduce(evolve, state);
}

function evolve(state: CaseState, recorded: EngineFact): CaseState {
  if (recorded.seq <= state.version) return state;
  if ('clock' in recorded) return { ...state, version: recorded.seq, clocks: clocksAfter(state.clocks, recorded) };
  const stage = next(state.stage, recorded.fact.type);
  return { ...state, ...changes(state, recorded.fact), stage, version: recorded.seq };
}

/** What one fact changes in the state, the stage apart. */
function changes(state: CaseState, fact: CaseFact): Partial<CaseState> {
  switch (fact.type) {
    case 'referralReceived':
      return {
        silent: fact.data.adopted,
        repeat: fact.data.repeatOfId !== null,
        pairId: fact.data.pairId,
        receivedAt: fact.occurred.at,
        consent: fact.data.consent,
        children: Object.fromEntries(fact.data.children.map((child) => [child.childId, { notified: false }])),
      };
    case 'caughtUp':
      return { silent: false };
    case 'referralAccepted':
      return { accepted: true };
    case 'safeguardingHandedOver':
    case 'handedOver':
      return withHandover(state, fact.data.handoverId, { acknowledged: false });
    case 'referredOn': {
      const made = withHandover(state, fact.data.handoverId, { acknowledged: false });
      return fact.data.insteadOfId === null ? made : settled({ ...state, ...made }, fact.data.insteadOfId);
    }
    case 'handoverRefused':
      return withHandover(state, fact.data.handoverId, { acknowledged: false, refused: true });
    case 'refusalSettled':
      return settled(state, fact.data.handoverId);
    case 'consentDecisionOwed':
      return { consentOwed: true };
    case 'consentDecided':
      return { consentOwed: false };
    case 'riskGraded':
      return fact.data.toMarac ? { consentOwed: false } : {};
    case 'childrenNotified':
      return {
        children: {
          ...state.children,
          ...Object.fromEntries(fact.data.children.map((id) => [id, { ...state.children[id], notified: true }])),
        },
        handovers: { ...state.handovers, [fact.data.notificationId]: { acknowledged: fact.data.alreadySent } },
      };
    case 'childAdded':
      return { children: { ...state.children, [fact.data.childId]: { notified: false } } };
    case 'childTakenOut':
      return takenOut(state, fact.data);
    case 'childPutRight':
      return { children: { ...state.children, [fact.data.childId]: putRight(state, fact.data) } };
    case 'schoolsTold': {
      const { children, result } = fact.data;
      const told = children.map((id) => [id, { notified: false, ...state.children[id], school: result }] as const);
      return { children: { ...state.children, ...Object.fromEntries(told) } };
    }
    case 'acknowledged':
      return withHandover(state, fact.data.handoverId, { acknowledged: true });
    case 'actionSet':
      return { actions: { ...state.actions, [fact.data.actionId]: 'open' } };
    case 'actionCompleted':
      return { actions: { ...state.actions, [fact.data.actionId]: 'completed' } };
    case 'actionNotPossible':
      return { actions: { ...state.actions, [fact.data.actionId]: 'notPossible' } };
    case 'actionNotDone':
      return { actions: { ...state.actions, [fact.data.actionId]: 'notDone' } };
    case 'caseListed': {
      const { listingId, meetingId, meetingOn } = fact.data;
      // Whoever lists it has decided: without consent it goes to MARAC.
      const again = state.again === true || state.stage === 'heard';
      return { listing: { listingId, meetingId, meetingOn }, consentOwed: false, again };
    }
    case 'takenOffList':
      return { listing: null };
    case 'caseHeard':
      return { listing: null, heard: true, outcomeTold: false, again: false };
    case 'standsAsHeard':
      return { again: false };
    case 'heardElsewhere':
      return { heard: true, outcomeTold: false, consentOwed: false };
    case 'caseDeferred':
      return { listing: null, deferrals: state.deferrals + 1 };
    case 'planReviewed':
      return { planReviewed: true };
    case 'contactAttempted':
      return fact.data.result === 'unsafe' ? {} : { attempts: state.attempts + 1 };
    case 'contactSuspended':
      return { contactSuspended: true };
    case 'contactDecided':
      return { contactSuspended: fact.data.decision !== 'resumed' };
    case 'engagementRecorded':
      return { engagement: fact.data.status };
    case 'safetyPlanRecorded':
      return { safetyPlans: [...(state.safetyPlans ?? []), fact.data.planId] };
    case 'outcomeTold':
      return { outcomeTold: true };
    case 'supportEnded':
      return { supportEnded: true };
    case 'proceedingOpened': {
      const { proceedingId, kind, startedOn } = fact.data;
      return { proceedings: { ...state.proceedings, [proceedingId]: { kind, startedOn, ended: false } } };
    }
    case 'proceedingEnded': {
      const proceeding = state.proceedings[fact.data.proceedingId];
      if (!proceeding) return {};
      return { proceedings: { ...state.proceedings, [fact.data.proceedingId]: { ...proceeding, ended: true } } };
    }
    case 'liveDateAdded': {
      const { liveDateId, contentId: _words, ...known } = fact.data;
      const standing = known.watchedById ? 'watched' : 'live';
      return { liveDates: { ...state.liveDates, [liveDateId]: { ...known, standing } } };
    }
    case 'liveDateOutcome':
    case 'hearingAdjourned':
      return withLiveDate(state, fact.data.liveDateId, { standing: 'ended', endedAt: fact.occurred.at });
    case 'liveDateDisposed': {
      const { liveDateId, disposal, watchedById } = fact.data;
      if (disposal === 'watched') return withLiveDate(state, liveDateId, { standing: 'watched', watchedById });
      return withLiveDate(state, liveDateId, { standing: 'ended', endedAt: fact.occurred.at });
    }
    case 'liveDateMoved': {
      const { liveDateId, at, conditions, authorisedBy } = fact.data;
      const changed = { at, ...(conditions ? { conditions } : {}), ...(authorisedBy ? { authorisedBy } : {}) };
      return withLiveDate(state, liveDateId, changed);
    }
    case 'hearingCompanySet':
      return withLiveDate(state, fact.data.liveDateId, { companionIds: fact.data.companionIds });
    case 'flagSet':
      return { flagEndsOn: fact.data.endsOn };
    case 'transferRequested': {
      const { transferId, toAreaId, reasonId } = fact.data;
      return { transfer: { transferId, toAreaId, reasonId, status: 'pending' } };
    }
    case 'transferRefused':
      return { transfer: state.transfer ? { ...state.transfer, status: 'refused' } : null };
    case 'transferWithdrawn':
    case 'transferredOutside':
      return { transfer: null };
    case 'transferAccepted':
      return { transfer: null, again: false, ...(isOtherService(fact.data) ? supportAnew(state) : {}) };
    case 'referralMerged':
      return { merged: { intoCaseId: fact.data.intoCaseId, had: cameAsFarAs(state) } };
    case 'mergeUndone':
    case 'mergeUndoneUngraded':
    case 'mergeUndoneUnscreened':
      return { merged: null };
    case 'referralJoined':
      return joined(state, fact.data);
    case 'referralParted':
      return parted(state, fact.data);
    case 'repeatFound':
    case 'repeatWithdrawn':
      return afterRepeat(fact);
    case 'victimDied':
      return { frozen: true };
    case 'interimDecided':
    case 'deferralDecided':
    case 'childServicesFound':
    case 'referralReturned':
    case 'referralCompleted':
    case 'referralDeclined':
    case 'twoAreasNoted':
    case 'adviserAllocated':
    case 'allocationEnded':
    case 'actionReassigned':
    case 'actionDueMoved':
    case 'attemptsDecided':
    case 'safeContactChanged':
    case 'safeContactProposed':
    case 'safeContactProposalSettled':
    case 'safetyPlanReviewed':
    case 'victimViewRecorded':
    case 'riskReviewed':
    case 'referrerTold':
    case 'milestoneReached':
    case 'resultTold':
    case 'liveDateReviewed':
    case 'orderBreached':
    case 'caseClosed':
    case 'caseReopened':
    case 'caseReopenedUnheard':
    case 'peopleSearchedFor':
    case 'reversedPairNoted':
    case 'likelyMatchNoted':
    case 'likelyMatchDecided':
    case 'assessedWithoutReferral':
    case 'furtherAbuseReported':
    case 'flagEnded':
    case 'caseEnded':
    case 'recordKept':
    case 'recordErased':
    case 'commandParked':
      return {};
  }
}

function cameAsFarAs({ accepted, stage }: CaseState): NonNullable<CaseState['merged']>['had'] {
  if (!accepted) return 'notBeenAccepted';
  return stage === 'graded' ? 'beenGraded' : 'notBeenGraded';
}

function joined(state: CaseState, { fromCaseId, children }: FactData['referralJoined']): Partial<CaseState> {
  const known = children.map(
    ({ childId, notificationId, school }) =>
      [childId, { notified: notificationId !== null, ...(school ? { school: school.result } : {}) }] as const,
  );
  return {
    joined: {
      ...state.joined,
      [fromCaseId]: children.map(({ childId, ageBand }) => ({ childId, minor: ageBand !== 'adult' })),
    },
    children: { ...state.children, ...Object.fromEntries(known) },
  };
}

/** Where other services or another school answer than those that heard, nobody has heard. */
function putRight({ children }: CaseState, { childId, notified, schoolOwed }: FactData['childPutRight']) {
  const { school } = children[childId] ?? {};
  return { notified, ...(school && !schoolOwed ? { school } : {}) };
}

/** A correction is a hand-over like any other; a notification that is taken back is answered by nobody any more. */
function takenOut(
  state: CaseState,
  { childId, withdrawn, corrections }: FactData['childTakenOut'],
): Partial<CaseState> {
  const others = Object.entries(state.children).filter(([id]) => id !== childId);
  const standing = Object.entries(state.handovers).filter(([id]) => !withdrawn.includes(id));
  const owed = corrections.map(({ handoverId }) => [handoverId, { acknowledged: false }] as const);
  const joinedBy = Object.entries(state.joined ?? {}).map(
    ([caseId, children]) => [caseId, children.filter((child) => child.childId !== childId)] as const,
  );
  return {
    children: Object.fromEntries(others),
    handovers: { ...Object.fromEntries(standing), ...Object.fromEntries(owed) },
    ...(state.joined ? { joined: Object.fromEntries(joinedBy) } : {}),
  };
}

function parted(state: CaseState, { fromCaseId, childIds }: FactData['referralParted']): Partial<CaseState> {
  const { [fromCaseId]: _gone, ...others } = state.joined ?? {};
  const stay = Object.entries(state.children).filter(([id]) => !childIds.includes(id));
  return { joined: others, children: Object.fromEntries(stay) };
}

/** Another service begins to support; what an earlier one had ended says nothing about where the victim stands with it. */
function supportAnew({ supportEnded, engagement }: CaseState): Partial<CaseState> {
  return { attempts: 0, supportEnded: false, engagement: supportEnded ? 'none' : engagement };
}

function withHandover(state: CaseState, id: string, is: CaseState['handovers'][string]): Partial<CaseState> {
  return { handovers: { ...state.handovers, [id]: is } };
}

function settled(state: CaseState, id: string): Partial<CaseState> {
  return withHandover(state, id, { acknowledged: false, refused: true, settled: true });
}

function withLiveDate(state: CaseState, id: string, change: Partial<LiveDateState>): Partial<CaseState> {
  const date = state.liveDates[id];
  return date ? { liveDates: { ...state.liveDates, [id]: { ...date, ...change } } } : {};
}
