import { addMonths } from '../calendar/london.ts';
import type { IsoDate } from '../calendar/time.ts';

/** Age in whole years on a date; negative before birth. Somebody born on 29 February comes of age on 1 March. */
export function ageInYears(dateOfBirth: IsoDate, on: IsoDate): number {
  const years = Number(on.slice(0, 4)) - Number(dateOfBirth.slice(0, 4));
  return addMonths(dateOfBirth, years * 12) <= on ? years : years - 1;
}
