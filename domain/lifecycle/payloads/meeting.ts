import type { IsoDate } from '../../calendar/time.ts';
import type { FactData } from '../caseFact.ts';
import type { Attendance } from '../facts/meeting.ts';
import type { NewAction } from './actions.ts';
import type { GradedBy } from './referral.ts';

/** What commands carry by which a case comes onto the list of a meeting, off it, and is heard. */
export interface MeetingPayloads {
  listCase: { readonly meetingId: string | null; readonly reasonId: string | null };
  takeOffList: { readonly decisionId: string };
  /** By the chair’s decision onto a meeting whose list is locked. */
  admitLate: { readonly meetingId: string; readonly reasonId: string };
  /** Onto an emergency meeting, from whatever list it was on. */
  callToEmergency: { readonly meetingId: string; readonly reasonId: string };
  /** Sent by a meeting that was cancelled or moved, to every case on its list. */
  relistCase: {
    readonly fromMeetingId: string;
    readonly toMeetingId: string | null;
    readonly because: 'meetingCancelled' | 'meetingMoved';
    readonly reasonId: string | null;
  };
  recordHearing:
    | {
        readonly outcome: 'heard';
        readonly meetingId: string;
        readonly attendance: readonly Attendance[];
        readonly minuteId: string | null;
        readonly actions: readonly NewAction[];
      }
    | {
        readonly outcome: 'deferred';
        readonly meetingId: string;
        readonly attendance: readonly Attendance[];
        readonly reasonId: string;
      };
  /** It happened on the day of the meeting. Where it was not graded here it is graded with this. */
  recordHeardElsewhere: GradedBy & {
    /** Null: nobody knows, and the day of the meeting stands for it. */
    readonly gradedOn: IsoDate | null;
    readonly contentId: string;
  };
  recordPlanReview: { readonly contentId: string };
  decideInterim: FactData['interimDecided'];
  decideDeferral: FactData['deferralDecided'];
}
