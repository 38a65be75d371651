import type { PersonView } from '../../contracts/views/caseView.ts';
import { shortDay } from '../../domain/calendar/shortDay.ts';
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

/** The fields about people as they stand on record, for whoever goes on from there. */
export function identitiesAsTyped(people: Readonly<Record<string, PersonView>>): Fields {
  return Object.fromEntries(
    Object.entries(people).flatMap(([who, person]) => {
      const known = (person?.identity ?? {}) as Readonly<Record<string, unknown>>;
      const text = (name: string) => (typeof known[name] === 'string' ? known[name] : '');
      const born = text('dateOfBirth');
      return [
        [`${who}.givenNames`, text('givenNames')],
        [`${who}.familyName`, text('familyName')],
        [`${who}.dateOfBirth`, born === '' ? '' : shortDay(born)],
      ];
    }),
  );
}
