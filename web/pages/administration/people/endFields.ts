import { readDate, typed } from '../../../form/dates.ts';
import type { Fields } from '../../../form/fields.ts';
import type { AdministrationField } from '../fields.ts';

/** How something ends: now, on a day, or not at all where an end was set. */
export function endFields(mayTakeBack: boolean): readonly AdministrationField[] {
  const choices = [
    { value: 'now', text: 'Now' },
    { value: 'day', text: 'After a last day' },
    ...(mayTakeBack ? [{ value: 'none', text: 'No end is known: take it back' }] : []),
  ];
  return [
    { kind: 'radios', name: 'when', label: 'When does it end?', choices },
    {
      kind: 'date',
      name: 'day',
      label: 'The last day',
      hint: 'Only where it ends after a last day. For example, 9/3/2026',
    },
  ];
}

/** What such a form says: `now`, `none` or the last day. */
export function readEnd(fields: Fields): { readonly lastDay: string | undefined } {
  const when = typed(fields, 'when');
  return { lastDay: when === 'day' ? (readDate(typed(fields, 'day')) ?? '') : when || undefined };
}
