import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoDate, Occurred } from '../../domain/calendar/time.ts';
import type { EngagementStatus } from '../../domain/lifecycle/facts/support.ts';
import { idvaServiceOf } from './agencies.ts';
import type { CaseFrame } from './caseFrame.ts';
import { duringDay, laterOf, minutesLater, someTimeOn, workingDaysLater } from './moments.ts';
import type { Intention } from './plannedCase.ts';
import type { Chance } from './random.ts';

/**
 * What the IDVA did: one to three attempts, engagement or none, a safety plan, the outcome told after the meeting, and
 * the end of support, which may lie long after the case is closed.
 */
export function planContact(chance: Chance, frame: CaseFrame): Intention[] {
  const attempts = planAttempts(chance, frame);
  const last = attempts[attempts.length - 1];
  if (last === undefined) throw new Error('There is always a first attempt.');
  const engagement = engage(chance, last);
  const isEngaged = engagement.status === 'engaged';
  const plan = isEngaged ? [planSafety(chance, londonDate(engagement.occurred.at))] : [];
  const told = tellOutcome(chance, frame.heard.meeting.date, engagement.status);
  const base = [...plan, told].reduce<IsoDate>((day, { occurred }) => laterOf(day, londonDate(occurred.at)), '');
  return [...attempts, engagement, ...plan, told, ...(isEngaged ? [endSupport(chance, base)] : [])];
}

type Attempt = Extract<Intention, { type: 'recordContactAttempt' }>;
type Engagement = Extract<Intention, { type: 'recordEngagement' }>;

function planAttempts(chance: Chance, frame: CaseFrame): Attempt[] {
  const spokeAt = Number(chance.weigh({ '1': 60, '2': 25, '3': 10, '4': 5 }));
  const attempts: Attempt[] = [];
  let day = frame.receivedOn;
  for (let number = 1; number <= Math.min(3, spokeAt); number += 1) {
    const occurred = number === 1 ? firstAttempt(chance, frame) : duringDay(chance, nextDay(chance, day));
    const missed = chance.weigh({ noAnswer: 70, messageLeft: 30 });
    attempts.push({ type: 'recordContactAttempt', occurred, result: number === spokeAt ? 'spoke' : missed });
    day = londonDate(occurred.at);
  }
  return attempts;
}

/** At once where the IDVA service made the referral; else mostly within two working days, now and then late. */
function firstAttempt(chance: Chance, frame: CaseFrame): Occurred {
  if (frame.referringAgencies[0] === idvaServiceOf(frame.areaCode)) {
    return minutesLater(frame.received, chance.between(20, 60));
  }
  const days = chance.happens(0.1) ? chance.between(3, 5) : chance.between(1, 2);
  return duringDay(chance, workingDaysLater(frame.receivedOn, days));
}

function nextDay(chance: Chance, day: IsoDate): IsoDate {
  return workingDaysLater(day, chance.between(1, 2));
}

function engage(chance: Chance, last: Attempt): Engagement {
  const later = duringDay(chance, nextDay(chance, londonDate(last.occurred.at)));
  if (last.result !== 'spoke') return { type: 'recordEngagement', occurred: later, status: 'unableToContact' };
  const occurred = chance.happens(0.7) ? minutesLater(last.occurred, chance.between(15, 45)) : later;
  return { type: 'recordEngagement', occurred, status: chance.happens(0.93) ? 'engaged' : 'declined' };
}

function planSafety(chance: Chance, engagedOn: IsoDate): Intention {
  const days = chance.happens(0.1) ? chance.between(6, 8) : chance.between(1, 5);
  return { type: 'recordSafetyPlan', occurred: someTimeOn(chance, workingDaysLater(engagedOn, days)) };
}

function tellOutcome(chance: Chance, heardOn: IsoDate, status: EngagementStatus): Intention {
  const days = chance.happens(0.1) ? chance.between(3, 5) : chance.between(1, 2);
  const result = status === 'unableToContact' ? 'noSafeWay' : 'told';
  return { type: 'tellOutcome', occurred: someTimeOn(chance, workingDaysLater(heardOn, days)), result };
}

function endSupport(chance: Chance, after: IsoDate): Intention {
  const days = chance.happens(0.6) ? chance.between(4, 14) : chance.between(15, 60);
  const status = chance.weigh({ planned: 88, moved: 6, unableToContact: 6 });
  return { type: 'endSupport', occurred: someTimeOn(chance, workingDaysLater(after, days)), status };
}
