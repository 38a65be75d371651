import type { IsoDate, Occurred } from '../../domain/calendar/time.ts';
import type { YearMeeting } from './calendarOfMeetings.ts';
import type { Attendance } from './plannedCase.ts';

/** A sitting of a case at a meeting: when its turn came, and who was there. */
export interface Sitting {
  readonly meeting: YearMeeting;
  readonly turn: Occurred;
  readonly attendance: Attendance;
}

/** What is settled of a case before its life is made up. */
export interface CaseFrame {
  readonly areaCode: string;
  readonly referringAgencies: readonly string[];
  readonly received: Occurred;
  readonly receivedOn: IsoDate;
  readonly isRepeat: boolean;
  readonly canBeGraded: boolean;
  readonly hasChildren: boolean;
  /** Where it was first listed, and deferred if another meeting heard it. */
  readonly listed: Sitting;
  readonly heard: Sitting;
}
