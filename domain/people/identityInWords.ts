import { shortDay } from '../calendar/shortDay.ts';
import type { PersonIdentity } from './identity.ts';

/** What is known of somebody beside their name, as a list to read: parts that nobody knows are left out. */
export interface IdentityInWords {
  readonly name: string;
  readonly details: readonly { readonly key: string; readonly value: string }[];
}

/** Who somebody is in words; the date of birth as it is said here, `14/6/1989`. */
export function identityInWords(identity: PersonIdentity): IdentityInWords {
  const { givenNames, familyName, otherNames = [], dateOfBirth, address, postcode, phone, email } = identity;
  return {
    name: `${givenNames} ${familyName}`.trim(),
    details: [
      { key: 'Other names', value: otherNames.join(', ') },
      { key: 'Born', value: dateOfBirth === null ? '' : shortDay(dateOfBirth) },
      { key: 'Address', value: [address, postcode].filter(Boolean).join(', ') },
      { key: 'Phone', value: phone ?? '' },
      { key: 'Email', value: email ?? '' },
    ].filter(({ value }) => value !== ''),
  };
}
