import { peopleSearchSchema, type PeopleSearchBody } from '../../../contracts/peopleSearch.ts';
import { typed } from '../../form/dates.ts';
import type { Fields } from '../../form/fields.ts';
import { readIdentity, said } from '../../form/identity.ts';

/** The two people a referral is about, as one looks for them before it is made; of the perpetrator perhaps nothing is known. */
export function readSearch(fields: Fields): unknown {
  const perpetrator = readIdentity(fields, 'perpetrator');
  const isKnown = Object.keys(perpetrator).length > 0;
  return {
    ...said('area', typed(fields, 'area')),
    victim: { ...readIdentity(fields, 'victim'), ...said('postcode', typed(fields, 'victim.address.postcode')) },
    ...(isKnown ? { perpetrator } : {}),
  };
}

/** Whom to look for, of what was typed into a referral so far; null while it is too little. */
export function searchOf(fields: Fields): PeopleSearchBody | null {
  const parsed = peopleSearchSchema.safeParse(readSearch(fields));
  return parsed.success ? parsed.data : null;
}
