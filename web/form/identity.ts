import { readDate, typed } from './dates.ts';
import type { Fields } from './fields.ts';

/** Who somebody is, as the macro `identityFields` asks for it: names and, where it is known, the date of birth. */
export function readIdentity(fields: Fields, who: string) {
  return {
    ...said('givenNames', typed(fields, `${who}.givenNames`)),
    ...said('familyName', typed(fields, `${who}.familyName`)),
    ...said('dateOfBirth', readDate(typed(fields, `${who}.dateOfBirth`))),
  };
}

/** One part of a body; left out where nothing was typed. */
export function said(name: string, value: string | undefined) {
  return value === undefined || value === '' ? {} : { [name]: value };
}
