import { z } from 'zod';
import { cursorOf, type Position, readCursor } from '../contracts/cursor.ts';

/** The question `after` of a list: the position the page before ended at. */
export const afterQuery = z
  .string()
  .max(500)
  .transform((text, context): Position => {
    const position = readCursor(text);
    if (position) return position;
    context.addIssue({ code: 'custom', message: 'This is not the address of a page you were given.' });
    return z.NEVER;
  });

/** An empty choice of a filter says nothing. */
export function chosen<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
}

/** The addresses of the first and the next page, with the filter as it is. */
export function pagingOf(
  path: string,
  filter: Readonly<Record<string, unknown>>,
  isFirst: boolean,
  next: Position | null,
) {
  const address = (more: Readonly<Record<string, string>>) => addressOf(path, { ...filter, ...more });
  return {
    first: isFirst ? null : address({}),
    next: next && address({ after: cursorOf(next) }),
  };
}

/** An address with what is asked of it; what was left open is left out. */
export function addressOf(path: string, asked: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked))
    if (typeof value === 'string' || typeof value === 'number') query.set(name, String(value));
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}
