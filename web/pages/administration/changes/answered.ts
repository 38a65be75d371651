import type { z } from 'zod';
import { dateSchema } from '../../../../contracts/moment.ts';
import type { IsoDate } from '../../../../domain/calendar/time.ts';
import { readDate } from '../../../form/dates.ts';
import { faultsOf, type Fault } from '../../../form/faults.ts';

/** Questions that ask for a day, which people write as they write days everywhere. */
const days: readonly string[] = ['from', 'date'];

/** What was answered of the questions of a change, by their names. */
export function answered(query: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, (days.includes(name) ? readDate(value) : value) ?? '']],
    ),
  );
}

/** A change that can be looked at, and from which day it is to count; or what its answers lack. */
export type Asked<T> =
  | { readonly ok: true; readonly wanted: T; readonly from: { readonly from?: IsoDate } }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Reads the answers by the schema of what is looked at. Where it comes from is no part of that, and asked for all the same. */
export function readAnswers<T>(
  schema: z.ZodType<T>,
  { source, from, ...others }: Readonly<Record<string, string>>,
  missing: Readonly<Record<string, string>> & { readonly source: string },
): Asked<T> {
  const wanted = schema.safeParse(others);
  const day = dateSchema.optional().safeParse(from);
  if (wanted.success && day.success && source !== undefined)
    return { ok: true, wanted: wanted.data, from: day.data === undefined ? {} : { from: day.data } };
  const faults = [
    ...(wanted.success ? [] : faultsOf(wanted.error, missing)),
    ...(day.success ? [] : faultsOf(day.error).map(({ text }) => ({ at: 'from', text }))),
    ...(source === undefined ? [{ at: 'source', text: missing.source }] : []),
  ];
  return { ok: false, faults };
}
