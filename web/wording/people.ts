import type { PersonView } from '../../contracts/views/caseView.ts';
import { shortDay } from './shortDate.ts';

/** Somebody by name and what else is known of them; null for those who may not know. */
export function personWords(person: PersonView) {
  if (person === null) return null;
  if (person.state === 'erased' || person.identity === null) return { name: 'Erased', details: [] };
  const known = person.identity as Readonly<Record<string, unknown>>;
  const text = (name: string) => (typeof known[name] === 'string' ? known[name] : '');
  const others = Array.isArray(known['otherNames']) ? known['otherNames'].join(', ') : '';
  return {
    name: `${text('givenNames')} ${text('familyName')}`.trim(),
    details: [
      { key: 'Other names', value: others },
      { key: 'Born', value: text('dateOfBirth') === '' ? '' : shortDay(text('dateOfBirth')) },
      { key: 'Address', value: [text('address'), text('postcode')].filter(Boolean).join(', ') },
      { key: 'Phone', value: text('phone') },
      { key: 'Email', value: text('email') },
    ].filter(({ value }) => value !== ''),
  };
}
