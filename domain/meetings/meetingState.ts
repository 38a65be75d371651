import type { IsoDate, IsoInstant } from '../calendar/time.ts';
import type { EngineFactOf, StandingClock } from '../matters/engineFact.ts';
import { clocksAfter } from '../matters/matter.ts';
import type { Attendee, MeetingFact, MeetingSort } from './meetingFact.ts';

export type MeetingStage = 'new' | 'planned' | 'locked' | 'held' | 'confirmed' | 'sent' | 'cancelled' | 'ended';

/** What was asked of one agency for one meeting. */
export interface ResearchRequest {
  readonly agencyId: string;
  readonly caseIds: readonly string[];
  readonly returned: readonly string[];
}

/** What the workflow knows of its meeting: plain JSON, a fold over recorded facts. */
export interface MeetingState {
  readonly schemaVersion: 1;
  readonly version: number;
  readonly stage: MeetingStage;
  readonly silent: boolean;
  readonly kind: MeetingSort;
  readonly startsAt: IsoInstant | null;
  readonly on: IsoDate | null;
  readonly cutOffOn: IsoDate | null;
  readonly agendaSent: boolean;
  /** Missing in states from before agencies were invited. */
  readonly invited?: boolean;
  /** Cases on the list since it was locked, and what the meeting did with each; null: nothing yet. */
  readonly cases: Readonly<Record<string, 'presented' | 'deferred' | null>>;
  readonly requests: Readonly<Record<string, ResearchRequest>>;
  readonly attendees: readonly Attendee[];
  readonly minutes: number;
  readonly clocks: Record<string, StandingClock>;
}

/** The state of a meeting of which nothing is known yet. */
export function newMeeting(): MeetingState {
  return {
    schemaVersion: 1,
    version: 0,
    stage: 'new',
    silent: false,
    kind: 'ordinary',
    startsAt: null,
    on: null,
    cutOffOn: null,
    agendaSent: false,
    cases: {},
    requests: {},
    attendees: [],
    minutes: 0,
    clocks: {},
  };
}

/** The state of a meeting after recorded facts, in order; a fact seen before changes nothing. */
export function evolveMeeting(state: MeetingState, facts: readonly EngineFactOf<MeetingFact>[]): MeetingState {
  return facts.reduce(evolve, state);
}

function evolve(state: MeetingState, recorded: EngineFactOf<MeetingFact>): MeetingState {
  if (recorded.seq <= state.version) return state;
  const { seq: version } = recorded;
  if ('clock' in recorded) return { ...state, version, clocks: clocksAfter(state.clocks, recorded) };
  return { ...state, ...changes(state, recorded.fact), version };
}

function changes(state: MeetingState, { type, data }: MeetingFact): Partial<MeetingState> {
  switch (type) {
    case 'meetingCalled': {
      const { startsAt, on, cutOffOn, kind, silent } = data;
      return { stage: 'planned', startsAt, on, cutOffOn, kind, silent };
    }
    case 'meetingMoved':
      return {
        stage: data.locked ? 'locked' : 'planned',
        startsAt: data.startsAt,
        on: data.on,
        cutOffOn: data.cutOffOn,
        agendaSent: false,
      };
    case 'cutOffMoved':
      return { cutOffOn: data.cutOffOn };
    case 'meetingCancelled':
      return { stage: 'cancelled', cases: {} };
    case 'listLocked':
      return { stage: 'locked', cases: Object.fromEntries(data.caseIds.map((id) => [id, null])) };
    case 'caseAdmitted':
      return { cases: { ...state.cases, [data.caseId]: state.cases[data.caseId] ?? null } };
    case 'caseLeft':
      return { cases: without(state.cases, data.caseId), requests: askedNoMore(state.requests, data.caseId) };
    case 'researchAsked':
      return { requests: { ...state.requests, [data.requestId]: asked(state.requests[data.requestId], data) } };
    case 'researchReturned': {
      const request = state.requests[data.requestId];
      if (!request) return {};
      const returned = [...new Set([...request.returned, data.caseId])];
      return { requests: { ...state.requests, [data.requestId]: { ...request, returned } } };
    }
    case 'agendaSent':
      return { agendaSent: true };
    case 'agenciesInvited':
      return { invited: true };
    case 'attendanceRecorded':
      return { attendees: data.attendees };
    case 'caseTaken':
      return { cases: { ...state.cases, [data.caseId]: data.outcome } };
    case 'meetingHeld':
      return { stage: 'held' };
    case 'minutesConfirmed':
      return { stage: 'confirmed', minutes: data.version };
    case 'minutesSent':
      return { stage: 'sent' };
    case 'minutesCorrected':
      return { stage: 'confirmed', minutes: data.version };
    case 'meetingEnded':
      return { stage: 'ended' };
    case 'researchComplete':
    case 'researchSilent':
    case 'commandParked':
      return {};
  }
}

function asked(
  before: ResearchRequest | undefined,
  { agencyId, caseIds }: { readonly agencyId: string; readonly caseIds: readonly string[] },
): ResearchRequest {
  return {
    agencyId,
    caseIds: [...new Set([...(before?.caseIds ?? []), ...caseIds])],
    returned: before?.returned ?? [],
  };
}

function without<T>(cases: Readonly<Record<string, T>>, caseId: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(cases).filter(([id]) => id !== caseId));
}

function askedNoMore(requests: MeetingState['requests'], caseId: string): MeetingState['requests'] {
  return Object.fromEntries(
    Object.entries(requests).map(([id, request]) => [
      id,
      { ...request, caseIds: request.caseIds.filter((each) => each !== caseId) },
    ]),
  );
}

/** The cases an agency has been asked about and has not answered for yet. */
export function unanswered({ caseIds, returned }: ResearchRequest): readonly string[] {
  return caseIds.filter((id) => !returned.includes(id));
}
