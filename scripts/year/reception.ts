import { londonTime } from '../../domain/calendar/london.ts';
import type { IsoDate, Occurred } from '../../domain/calendar/time.ts';
import type { CaseFrame } from './caseFrame.ts';
import type { Intention } from './plannedCase.ts';
import {
  duringDay,
  isOfficeDay,
  minutesLater,
  workingDayFrom,
  workingDaysEarlier,
  workingDaysLater,
} from './moments.ts';
import type { Chance } from './random.ts';

/** The days on which a referral is early enough for a meeting and too late for the one before. */
export interface ListingWindow {
  readonly days: readonly IsoDate[];
  readonly cutOff: IsoDate;
}

/**
 * When a referral arrives so that the first meeting whose cut-off has not passed is the one with this cut-off: after
 * the cut-off before, and in time. Only the police refer at weekends and at night.
 */
export function arrival(chance: Chance, window: ListingWindow, byPolice: boolean): Occurred {
  const { days, cutOff } = window;
  const drawn = chance.pick(days);
  const day = byPolice ? drawn : workingDayFrom(drawn);
  // On the last day there has to be time left to screen and list it.
  if (day === cutOff) return duringDay(chance, day, 9, 15);
  return byPolice ? duringDay(chance, day, 7, 23) : duringDay(chance, day);
}

/** Received, screened (mostly within one working day) and graded where there is something to grade by; a repeat's last plan is reviewed. */
export function planReception(chance: Chance, frame: CaseFrame): Intention[] {
  const screened = screening(chance, frame);
  const graded = minutesLater(screened, chance.between(10, 40));
  return [
    { type: 'submitReferral', occurred: frame.received },
    { type: 'screen', occurred: screened },
    ...(frame.canBeGraded ? [{ type: 'grade', occurred: graded } as const] : []),
    ...(frame.isRepeat ? reviewPlan(chance, frame.listed.meeting.date) : []),
  ];
}

/** Due before the agenda goes out, 5 working days before the meeting; now and then late, and sometimes never done. */
function reviewPlan(chance: Chance, meetingOn: IsoDate): Intention[] {
  const done = chance.weigh({ inTime: 75, late: 10, never: 15 });
  if (done === 'never') return [];
  const daysBefore = done === 'inTime' ? chance.between(5, 7) : chance.between(1, 4);
  return [{ type: 'reviewPlan', occurred: duringDay(chance, workingDaysEarlier(meetingOn, daysBefore)) }];
}

/** Never after the cut-off of its meeting, for that would have put it on the next one. */
function screening(chance: Chance, frame: CaseFrame): Occurred {
  const { received, receivedOn } = frame;
  const { cutOff } = frame.listed.meeting;
  const hour = Number(londonTime(received.at).slice(0, 2));
  const sameDay = isOfficeDay(receivedOn) && hour >= 8 && hour < 15 && chance.happens(0.45);
  if (receivedOn === cutOff || sameDay) return minutesLater(received, chance.between(25, 60));
  const day = workingDaysLater(receivedOn, chance.happens(0.07) ? chance.between(2, 4) : 1);
  return duringDay(chance, day < cutOff ? day : cutOff, 9, 16);
}
