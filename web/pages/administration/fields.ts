import type { Choice } from '../../commandForms/commandForm.ts';
import { readDate } from '../../form/dates.ts';
import { nestFields, type Fields } from '../../form/fields.ts';

/** One question of a form of administration. */
export type AdministrationField = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
} & (
  | { readonly kind: 'line' | 'date' }
  | { readonly kind: 'text'; readonly max: number }
  | { readonly kind: 'radios'; readonly choices: readonly Choice[] }
  | { readonly kind: 'select'; readonly choices: readonly Choice[]; readonly empty?: string }
);

/** What a view of such a form needs beside its title. */
export interface AdministrationForm {
  readonly back: { readonly text: string; readonly href: string };
  /** Whom or what it is about. */
  readonly caption?: string;
  readonly before?: readonly string[];
  readonly fields: readonly AdministrationField[];
  readonly button: string;
  readonly grave?: boolean;
}

/** Reads a form whose fields of these names are dates as people type them. */
export function withDates(...names: readonly string[]): (fields: Fields) => unknown {
  return (fields) => {
    const body = nestFields(fields);
    for (const name of names) if (typeof body[name] === 'string') body[name] = readDate(body[name]);
    return body;
  };
}

/** A list of things with codes as the choices of a question. */
export function choicesByCode(things: readonly { readonly code: string; readonly name: string }[]): Choice[] {
  return things.map(({ code, name }) => ({ value: code, text: name }));
}
