import type { IsoDate, IsoInstant } from '../calendar/time.ts';
import type { ProceedingKind } from '../court/codes.ts';
import type { CaseFactType, EngineFact, Fact } from './caseFact.ts';
import type { SchoolResult } from './facts/children.ts';
import type { LiveDateDetails, LiveDateKind } from './facts/liveDates.ts';
import type { EngagementStatus } from './facts/support.ts';
import type { StandingClock } from '../matters/engineFact.ts';
import { clocksAfter } from '../matters/matter.ts';
import type { Stage } from './stage.ts';
import { actionState } from './state/actions.ts';
import { childrenState } from './state/children.ts';
import { closingState } from './state/closing.ts';
import { courtState } from './state/court.ts';
import { handoverState } from './state/handover.ts';
import { liveDateState } from './state/liveDates.ts';
import { meetingState } from './state/meeting.ts';
import { mergeState } from './state/merge.ts';
import { referralState } from './state/referral.ts';
import { retentionState } from './state/retention.ts';
import { samePeopleState } from './state/samePeople.ts';
import { nothing, type StateChanges } from './state/stateChanges.ts';
import { supportState } from './state/support.ts';
import { transferState } from './state/transfer.ts';
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
  return { ...state, ...changeOf(state, recorded.fact), stage, version: recorded.seq };
}

const changes: StateChanges<CaseFactType> = {
  ...referralState,
  ...childrenState,
  ...handoverState,
  ...actionState,
  ...meetingState,
  ...supportState,
  ...courtState,
  ...liveDateState,
  ...closingState,
  ...retentionState,
  ...samePeopleState,
  ...transferState,
  ...mergeState,
  commandParked: nothing,
};

/** What one fact changes in the state, the stage apart. */
function changeOf<T extends CaseFactType>(state: CaseState, fact: Fact<T>): Partial<CaseState> {
  return changes[fact.type](state, fact);
}
