import type { AreaPolicy } from '../policy/areaPolicy.ts';
import type { DueRule } from './clockRule.ts';

/** A rule in words that stand alone, with the figures it takes from other sections of policy: `2 working days after the referral`. */
export function describeDueRule(rule: DueRule, policy: Pick<AreaPolicy, 'meeting' | 'routes'>): string {
  switch (rule.type) {
    case 'workingDaysAfter': {
      const words = `${counted(rule.days, 'working day')} after ${rule.after}`;
      const atLatest = rule.workingDaysBeforeMeeting;
      return atLatest === undefined ? words : `${words}, at the latest ${beforeMeeting(atLatest)}`;
    }
    case 'daysAfter':
      return `${counted(rule.days, 'day')} after ${rule.after}`;
    case 'monthsAfter':
      return `${counted(rule.months, 'month')} after ${rule.after}`;
    case 'yearsAfter':
      return `${counted(rule.years, 'year')} after ${rule.after}`;
    case 'repeatFlag':
      return describeFlag(policy);
    case 'agendaDay':
      return beforeMeeting(policy.meeting.agendaWorkingDays.value + rule.workingDaysEarlier);
    case 'workingDaysAfterMeeting':
      return `${counted(rule.days, 'working day')} after the meeting`;
    case 'timeBeforeMeeting':
      return `${rule.time}, ${beforeMeeting(rule.workingDays)}`;
    case 'hoursAfter':
      return `${rule.hours} hours after ${rule.after}`;
    case 'courtHoursAfter': {
      const closed = 'not counting Sundays, Christmas Day, Good Friday and bank holidays';
      return `${rule.hours} hours after ${rule.after}, ${closed}`;
    }
    case 'daysBeforeEnd':
      return `${counted(rule.days, 'day')} before ${rule.of} ends`;
    case 'dayBeforeSchool':
      return `the day before the next school day after ${rule.after}`;
    case 'setOutside':
      return `set by ${rule.by}`;
  }
}

function describeFlag({ routes }: Pick<AreaPolicy, 'routes'>): string {
  const after = routes.repeatFrom.value === 'referral' ? 'the last accepted referral' : 'the last meeting';
  return `${counted(routes.repeatMonths.value, 'month')} after ${after}, to the calendar day`;
}

function beforeMeeting(workingDays: number): string {
  return `${counted(workingDays, 'working day')} before the meeting`;
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
