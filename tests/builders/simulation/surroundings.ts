import type { IsoDate } from '../../../domain/calendar/time.ts';
import type { WorkingCalendar } from '../../../domain/calendar/workingCalendar.ts';
import type { AdviserFound } from '../../../domain/completion/allocate.ts';
import type { MeetingChoice } from '../../../domain/completion/chooseMeeting.ts';
import type { Found } from '../../../domain/completion/found.ts';
import type { Stage } from '../../../domain/lifecycle/stage.ts';
import type { AreaPolicy } from '../../../domain/policy/areaPolicy.ts';
import type { KnownEvent } from '../../../domain/risk/escalation.ts';
import { calendar, monthly, springMeetings } from '../world.ts';

/** What the store would find for a case; a test says what is different. */
export interface Surroundings {
  readonly policy: AreaPolicy;
  readonly meetings: readonly MeetingChoice[];
  readonly earlierCaseId: string | null;
  /** What is known to have happened between the two people. */
  readonly events: readonly KnownEvent[];
  /** Contact with the victim is suspended by whichever of their cases; null: what this case says. */
  readonly contactSuspended: boolean | null;
  readonly calendar: WorkingCalendar;
  /** Policies that come into force later, each from a London date; put to what runs already, or not. */
  readonly later: readonly { readonly from: IsoDate; readonly policy: AreaPolicy; readonly putToRunning?: boolean }[];
  /** What is known of the adviser an allocation names. */
  readonly adviser: AdviserFound;
  /** Why whoever has a place is no adviser here any more. */
  readonly adviserGone: Found['adviserGone'];
  /** The IDVA service of an area that takes the case over; left out: one of its own. */
  readonly receivingServiceId?: string;
  /** What is different about the case a referral is merged into. */
  readonly keptCase: Partial<NonNullable<Found['keptCase']>> | null;
  readonly mergeUnderWay: boolean;
  readonly openActionsOfJoined: readonly string[];
  /** Where the repeat stands that was opened for a report; null where it is not on record yet. */
  readonly stageOfRepeat: Stage | null;
  /** One of the two people is in something else that is still worked. */
  readonly stillWorkedOn: boolean;
}

/** An adviser of the service in a full-time post with nothing to do yet. */
const withRoom: AdviserFound = { appointed: true, conflict: false, ftePercent: 100, open: 0, pastYear: 0 };

/** What surrounds a case of which a test says nothing else. */
export const usualSurroundings: Surroundings = {
  policy: monthly,
  meetings: springMeetings,
  earlierCaseId: null,
  events: [],
  contactSuspended: null,
  calendar,
  later: [],
  adviser: withRoom,
  adviserGone: 'left',
  keptCase: {},
  mergeUnderWay: false,
  openActionsOfJoined: [],
  stageOfRepeat: 'listed',
  stillWorkedOn: false,
};
