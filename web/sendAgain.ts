import type { Request } from 'express';
import { carried, readFields } from './form/fields.ts';

/** A form that was sent and not taken, as a page carries it to be sent once more. */
export interface SentAgain {
  readonly action: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

const carriedBy = ['_token', '_key', '_version', '_seen'] as const;

/**
 * What somebody sent, to be sent again from the page that says why it was not taken: an answer that may not be kept by
 * the browser leaves nothing to go back to. With its key it is done once, however often it is sent; whether it was a form
 * of this session is asked then, as ever. Null where no form was sent.
 */
export function sentAgain({ method, originalUrl, body }: Request): SentAgain | null {
  if (method !== 'POST' || carried(body, '_token') === '') return null;
  const own = carriedBy.map((name) => ({ name, value: carried(body, name) })).filter(({ value }) => value !== '');
  const typed = Object.entries(readFields(body)).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((each) => ({ name, value: each })),
  );
  return { action: originalUrl, fields: [...own, ...typed] };
}
