import type { IsoDate, IsoInstant, Occurred } from '../calendar/time.ts';
import type { Presence } from '../lifecycle/facts/meeting.ts';
import type { NewAction } from '../lifecycle/payloads/actions.ts';

export type MeetingSort = 'ordinary' | 'extra' | 'emergency';
export type ResearchResult = 'nothingKnown' | 'informationHeld' | 'declined';

/** When a meeting takes place and until when its list is open. */
export interface Sitting {
  readonly startsAt: IsoInstant;
  readonly on: IsoDate;
  readonly cutOffOn: IsoDate;
}

/** Somebody at the table, for an agency; the name of somebody who does not work here is content. */
export interface Attendee {
  readonly attendeeId: string;
  readonly agencyId: string;
  readonly practitionerId: string | null;
  readonly nameId: string | null;
  readonly presence: Presence;
  /** Whether they signed for confidentiality, at this very meeting. */
  readonly signed: boolean;
}

/** What a meeting did with one case on its list. */
export type CaseOutcome =
  | {
      readonly outcome: 'presented';
      readonly caseId: string;
      readonly presentedById: string;
      readonly information: readonly { readonly agencyId: string; readonly contentId: string }[];
      readonly risks: readonly string[];
      readonly decisionId: string | null;
      readonly minuteId: string | null;
      /** Each tied to one of the risks that were named for the case. */
      readonly actions: readonly NewAction[];
    }
  | {
      readonly outcome: 'deferred';
      readonly caseId: string;
      readonly because: 'nobodyCouldBrief' | 'other';
      readonly reasonId: string;
    };

/** Everything that can be said of a meeting, by name: ids, codes, dates and numbers, never words about anybody. */
export interface MeetingFactData {
  meetingCalled: Sitting & {
    readonly areaId: string;
    readonly kind: MeetingSort;
    readonly capacity: number;
    /** Which sitting of the area's pattern this is; null where it stands beside the pattern. */
    readonly slot: string | null;
    /** A meeting of the past, put down so that its cases can be: nobody is told anything. */
    readonly silent: boolean;
  };
  /** Its agencies were asked to come: filled in by the store, those with somebody to ask. */
  agenciesInvited: { readonly agencyIds: readonly string[] };
  meetingMoved: Sitting & {
    readonly from: IsoInstant;
    readonly reasonId: string | null;
    readonly caseIds: readonly string[];
    /** Whether the list stays locked: by the new date its cut-off has passed too. */
    readonly locked: boolean;
    /** The agencies that had been invited and are told; filled in by the store. Left out before they were. */
    readonly invitedAgencyIds?: readonly string[];
  };
  /** A meeting that stays where it is goes by another rhythm: its list is open until another day, and its agenda is due anew. */
  cutOffMoved: { readonly cutOffOn: IsoDate; readonly from: IsoDate };
  meetingCancelled: {
    readonly reasonId: string | null;
    readonly caseIds: readonly string[];
    readonly invitedAgencyIds?: readonly string[];
  };
  listLocked: { readonly caseIds: readonly string[] };
  researchAsked: {
    readonly requestId: string;
    readonly agencyId: string;
    readonly caseIds: readonly string[];
    readonly urgent: boolean;
  };
  /** A case that came after the list was locked, with the request it adds to. */
  caseAdmitted: { readonly caseId: string };
  /** A case that went off the list after it was locked: nothing more is asked about it. */
  caseLeft: { readonly caseId: string };
  researchReturned: {
    readonly requestId: string;
    readonly agencyId: string;
    readonly caseId: string;
    readonly result: ResearchResult;
    readonly contentId: string | null;
  };
  /** Everything asked of an agency has come back. */
  researchComplete: { readonly requestId: string };
  agendaSent: { readonly caseIds: readonly string[] };
  attendanceRecorded: { readonly attendees: readonly Attendee[] };
  caseTaken: CaseOutcome;
  meetingHeld: {
    readonly presentAgencyIds: readonly string[];
    /** Whether as many agencies were there as policy asks for. */
    readonly quorate: boolean;
    /** Kinds of critical service that policy asks for and that were not there. */
    readonly missingServices: readonly string[];
  };
  /** What an agency was asked and had not said when the meeting was held: silence is reported too. */
  researchSilent: { readonly requestId: string; readonly agencyId: string; readonly caseIds: readonly string[] };
  minutesConfirmed: { readonly version: number; readonly contentId: string | null };
  minutesSent: { readonly version: number; readonly agencyIds: readonly string[] };
  minutesCorrected: { readonly version: number; readonly reasonId: string; readonly contentId: string };
  meetingEnded: Record<string, never>;
  commandParked: { readonly commandType: string; readonly problem: string };
}

export type MeetingFactType = keyof MeetingFactData;
export type MeetingFactOf<T extends MeetingFactType> = {
  [K in T]: { readonly type: K; readonly occurred: Occurred; readonly data: MeetingFactData[K] };
}[T];
export type MeetingFact = MeetingFactOf<MeetingFactType>;
