import type { Presence } from '../../domain/lifecycle/facts/meeting.ts';
import { childrensServicesOf, idvaServiceOf } from './agencies.ts';
import type { Attendance } from './plannedCase.ts';
import type { Chance } from './random.ts';

/** Attendance is sporadic where it hurts: some agencies come nearly always, others every second time. */
const regular: Readonly<Record<Presence, number>> = { present: 84, deputy: 9, apologies: 5, absent: 2 };
const sporadic: Readonly<Record<Presence, number>> = { present: 55, deputy: 10, apologies: 17, absent: 18 };

/**
 * The attendance sheet of one meeting. An agency that leads a referral heard there was present or sent a deputy:
 * without it the case would have been deferred.
 */
export function planAttendance(chance: Chance, areaCode: string, leading: ReadonlySet<string>): Attendance {
  const regulars = ['police', idvaServiceOf(areaCode), childrensServicesOf(areaCode), 'housing', 'probation'];
  const others = [
    'health-primary',
    'health-acute',
    'adult-social-care',
    'mental-health',
    'substance-misuse',
    'education',
  ];
  const invited = new Set([...regulars, ...others, 'voluntary', ...leading]);
  return Object.fromEntries(
    [...invited].map((agency): [string, Presence] => {
      if (leading.has(agency)) return [agency, chance.weigh({ present: 92, deputy: 8 })];
      return [agency, chance.weigh(regulars.includes(agency) ? regular : sporadic)];
    }),
  );
}

/** Whether nobody of the agency came. */
export function isMissing(attendance: Attendance, agency: string): boolean {
  const presence = attendance[agency];
  return presence !== 'present' && presence !== 'deputy';
}
