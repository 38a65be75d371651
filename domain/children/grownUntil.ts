import { addDays } from '../calendar/london.ts';
import type { IsoDate } from '../calendar/time.ts';
import type { ChildInReferral } from '../lifecycle/facts/children.ts';
import { ageBandOn } from './ageBand.ts';
import { isOfSchoolAge } from './isOfSchoolAge.ts';

/** A pregnancy that was told of has come to its end by then, whatever the day expected (NHS: 42 weeks at the longest). */
const longestPregnancyDays = 42 * 7;

/** What is known of when a child was born, or is to be; `toldOn`: the London day of the referral that told of them. */
export interface Birth {
  readonly bornOn: IsoDate | null;
  readonly expectedOn: IsoDate | null;
  readonly toldOn: IsoDate;
}

/**
 * How old a child of an earlier referral is on a later London day, and whether the school is to be told: by the date of birth, or
 * by the day they were expected on; where neither is known, as they were, and born once no pregnancy lasts so long.
 */
export function grownUntil(
  on: IsoDate,
  { bornOn, expectedOn, toldOn }: Birth,
  { ageBand, ofSchoolAge = false }: Pick<ChildInReferral, 'ageBand' | 'ofSchoolAge'>,
): Required<Pick<ChildInReferral, 'ageBand' | 'ofSchoolAge'>> {
  const expected = ageBand === 'unborn' ? (expectedOn ?? addDays(toldOn, longestPregnancyDays)) : null;
  const birth = bornOn ?? expected;
  if (birth === null) return { ageBand, ofSchoolAge };
  return { ageBand: ageBandOn(birth, on), ofSchoolAge: isOfSchoolAge(birth, on) };
}
