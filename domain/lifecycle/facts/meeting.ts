import type { IsoDate } from '../../calendar/time.ts';

export type Presence = 'present' | 'deputy' | 'absent' | 'apologies';

export interface Attendance {
  readonly agencyId: string;
  readonly presence: Presence;
}

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
      | 'mergeUndone';
    reasonId: string | null;
    /** Listed after the list was locked: the meeting is told, so that agencies are asked. */
    late?: boolean;
  };
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
}
