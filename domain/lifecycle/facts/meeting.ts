import type { IsoDate } from '../../calendar/time.ts';

export type Presence = 'present' | 'deputy' | 'absent' | 'apologies';

export interface Attendance {
  readonly agencyId: string;
  readonly presence: Presence;
}

/** What comes of a risk that rose, or of a meeting far off, where no action is set and no emergency meeting is called. */
export const interimDecisions = ['interimPlan', 'notNeeded'] as const;

export type InterimDecision = (typeof interimDecisions)[number];

/** What the chair decides on a case that was deferred again: it waits for its next meeting, or has to be heard there. */
export const deferralDecisions = ['agreed', 'mustBeHeard'] as const;

export type DeferralDecision = (typeof deferralDecisions)[number];

/** What meetings say of a case: whose list it is on, and that it was heard or put off. */
export interface MeetingFacts {
  caseListed: {
    listingId: string;
    meetingId: string;
    meetingOn: IsoDate;
    overflow: boolean;
    because:
      | 'graded'
      | 'repeat'
      | 'deferred'
      | 'decided'
      | 'late'
      | 'emergency'
      | 'meetingCancelled'
      | 'meetingMoved'
      | 'transfer'
      | 'mergeUndone'
      /** A death was taken back; it had come off its list since. */
      | 'deathTakenBack'
      /** A meeting has heard it already, and a person found that one has to hear it again. */
      | 'heardAgain';
    reasonId: string | null;
    /** Listed after the list was locked: the meeting is told, so that agencies are asked. */
    late?: boolean;
    /** The meeting is further off than policy lets a high-risk case wait; filled in by the store. */
    farOff?: boolean;
  };
  /** Off the list before it was heard again: it stands as the meeting before left it. */
  standsAsHeard: Record<string, never>;
  takenOffList: { listingId: string; meetingId: string; decisionId: string | null };
  caseHeard: {
    meetingId: string;
    meetingOn: IsoDate;
    listingId: string;
    attendance: readonly Attendance[];
    minuteId: string | null;
  };
  /** It had been heard, before it was taken over, by a meeting that this system did not run; the words say which. */
  heardElsewhere: { meetingOn: IsoDate; contentId: string };
  caseDeferred: {
    meetingId: string;
    meetingOn: IsoDate;
    listingId: string;
    reasonId: string;
    attendance: readonly Attendance[];
  };
  planReviewed: { contentId: string };
  /** The chair decided on a case that was deferred again, and why. */
  deferralDecided: { decision: DeferralDecision; reasonId: string; byId: string };
  /** Somebody decided what protects the victim until a meeting, or that nothing more is needed, and why. */
  interimDecided: { decision: InterimDecision; reasonId: string; byId: string };
}
