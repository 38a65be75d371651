import { londonDate } from '../../domain/calendar/london.ts';
import type { Occurred } from '../../domain/calendar/time.ts';
import type { CaseFrame } from './caseFrame.ts';
import { atMinute, duringDay, minutesLater, workingDaysLater } from './moments.ts';
import type { Intention } from './plannedCase.ts';
import type { Chance } from './random.ts';

/** About one case in seven is taken to court after its meeting; the outcome is noted that day, the next, or late, and told. */
export function planCourt(chance: Chance, frame: CaseFrame): Intention[] {
  if (!chance.happens(0.15)) return [];
  const known = workingDaysLater(frame.heard.meeting.date, chance.between(1, 8));
  const hearing = atMinute(workingDaysLater(known, chance.between(10, 40)), chance.pick([10 * 60, 14 * 60]));
  const outcome = chance.weigh({ convicted: 50, acquitted: 12, orderMade: 25, discontinued: 13 });
  const added = duringDay(chance, known);
  const decided = noted(chance, hearing);
  return [
    { type: 'addCourtHearing', occurred: added, at: hearing.at },
    { type: 'recordCourtOutcome', occurred: decided, outcome },
    { type: 'tellCourtResult', occurred: minutesLater(decided, 20) },
  ];
}

function noted(chance: Chance, hearing: Occurred): Occurred {
  const day = londonDate(hearing.at);
  const daysLater = Number(chance.weigh({ '0': 60, '1': 30, '3': 10 }));
  return daysLater === 0 ? duringDay(chance, day, 15, 17) : duringDay(chance, workingDaysLater(day, daysLater));
}
