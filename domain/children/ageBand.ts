import type { IsoDate } from '../calendar/time.ts';
import { ageInYears } from '../equality/ageInYears.ts';
import type { ChildInReferral } from '../lifecycle/facts/children.ts';

/** The band a child is in on a date; without a date of birth, or before it, the child is unborn. */
export function ageBandOn(dateOfBirth: IsoDate | null, on: IsoDate): ChildInReferral['ageBand'] {
  const age = dateOfBirth === null ? -1 : ageInYears(dateOfBirth, on);
  if (age < 0) return 'unborn';
  if (age < 1) return 'underOne';
  return age < 18 ? 'oneToSeventeen' : 'adult';
}
