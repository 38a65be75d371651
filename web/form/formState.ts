import { newId } from '../../platform/ids.ts';
import type { Fault } from './faults.ts';
import type { Fields } from './fields.ts';

/** A form as its template needs it: what it carries, what was typed, and what has to be put right. */
export interface FormState {
  readonly token: string;
  readonly key: string;
  readonly version: number | null;
  readonly values: Fields;
  /** By the name of the field. */
  readonly errors: Readonly<Record<string, { readonly text: string }>>;
  readonly summary: readonly { readonly text: string; readonly href?: string }[];
}

interface Making {
  readonly token: string;
  /** Left out, a new one: for a form that is shown for the first time, or whose key has been answered. */
  readonly key?: string | undefined;
  readonly version?: number | null | undefined;
  readonly values?: Fields | undefined;
  readonly faults?: readonly Fault[];
}

/** A form to show, with an error summary that links to the fields. */
export function formState({ token, key, version = null, values = {}, faults = [] }: Making): FormState {
  const errors: Record<string, { text: string }> = {};
  for (const { at, text } of faults) {
    for (const name of at === null ? [] : [at, listOf(at)]) errors[name] ??= { text };
  }
  return {
    token,
    key: key ?? newId(),
    version,
    values,
    errors,
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
