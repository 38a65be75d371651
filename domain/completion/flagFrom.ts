import { addMonths, londonDate } from '../calendar/london.ts';
import type { IsoDate, IsoInstant } from '../calendar/time.ts';
import type { Fact } from '../lifecycle/caseFact.ts';
import type { CaseStanding } from '../lifecycle/caseStanding.ts';
import type { Found } from './found.ts';

/** The flag of a pair: so many months from a moment, to the calendar day. */
export function flagFrom(
  countedFrom: IsoInstant,
  { pairId }: CaseStanding,
  { occurred, policy }: Found,
): Fact<'flagSet'> {
  const endsOn: IsoDate = addMonths(londonDate(countedFrom), policy.routes.repeatMonths.value);
  return { type: 'flagSet', occurred, data: { pairId, endsOn, countedFrom } };
}
