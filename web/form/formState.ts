import { newId } from '../../platform/ids.ts';
import type { Fault } from './faults.ts';
import type { Fields } from './fields.ts';
import { writeSeen, type ChangedPart, type Seen } from './seen.ts';

/** A form as its template needs it: what it carries, what was typed, and what has to be put right. */
export interface FormState {
  readonly token: string;
  readonly key: string;
  readonly version: number | null;
  /** What the form is about as it stands, to travel with it; null where it is about nothing that others change. */
  readonly seen: string | null;
  /** Where somebody changed it meanwhile: how it was when the form was opened, and how it is now. */
  readonly changed: readonly ChangedPart[];
  readonly values: Fields;
  /** By the name of the field. */
  readonly errors: Readonly<Record<string, { readonly text: string }>>;
  readonly summary: readonly { readonly text: string; readonly href?: string }[];
  /** What stands above the summary. */
  readonly heading: string;
}

interface Making {
  readonly token: string;
  /** Left out, a new one: for a form that is shown for the first time, or whose key has been answered. */
  readonly key?: string | undefined;
  readonly version?: number | null | undefined;
  readonly seen?: Seen | undefined;
  readonly changed?: readonly ChangedPart[];
  readonly values?: Fields | undefined;
  readonly faults?: readonly Fault[] | undefined;
  readonly heading?: string | undefined;
}

/** A form to show, with an error summary that links to the fields. */
export function formState({
  token,
  key,
  version = null,
  seen,
  changed = [],
  values = {},
  faults = [],
  heading = 'This was not sent',
}: Making): FormState {
  const errors: Record<string, { text: string }> = {};
  for (const { at, text } of faults) {
    for (const name of at === null ? [] : [at, listOf(at)]) errors[name] ??= { text };
  }
  return {
    token,
    key: key ?? newId(),
    version,
    seen: seen && seen.length > 0 ? writeSeen(seen) : null,
    changed,
    values,
    errors,
    heading,
    summary: faults.map(({ at, text }) => (at === null ? { text } : { text, href: `#${fieldId(listOf(at))}` })),
  };
}

/** The id of a field's element in the page. */
export function fieldId(name: string): string {
  return name.replaceAll('.', '-');
}

/** The question an answer in a list of answers belongs to. */
function listOf(at: string): string {
  return at.replace(/\.\d+$/, '');
}
