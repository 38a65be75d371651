import type { IsoDate } from '../calendar/time.ts';
import { ageInYears } from '../equality/ageInYears.ts';

const startsAtAge = 4;
const comesOfAgeAt = 18;

/**
 * Whether a child is of the age at which schools are told, on a London date: from reception, which begins with the September after the fourth
 * birthday (School Admissions Code), up to and with 17 (Operation Encompass).
 */
export function isOfSchoolAge(dateOfBirth: IsoDate | null, on: IsoDate): boolean {
  if (dateOfBirth === null || ageInYears(dateOfBirth, on) >= comesOfAgeAt) return false;
  return on >= `${receptionYear(dateOfBirth)}-09-01`;
}

/** Whoever is four by 31 August begins that September; born on 1 September, a year later than born the day before. */
function receptionYear(dateOfBirth: IsoDate): number {
  const year = Number(dateOfBirth.slice(0, 4)) + startsAtAge;
  return dateOfBirth.slice(5) < '09-01' ? year : year + 1;
}
