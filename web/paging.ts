import { z } from 'zod';

/** Where a page of a list ended: a moment and an id, which together order every list; in other orders by what the last one stood there. */
export interface Position {
  readonly at: string;
  readonly id: string;
  readonly place?: string | null;
  readonly by?: string | null;
}

const standing = z.string().max(100).nullable();
const positionSchema = z.union([
  z.tuple([z.iso.datetime(), z.uuid()]),
  z.tuple([z.iso.datetime(), z.uuid(), standing, standing]),
]);

/** A position in an address. It opens nothing: what a page may show is decided anew for each. */
export function positionInAddress({ at, id, place, by }: Position): string {
  const position = place === undefined || by === undefined ? [at, id] : [at, id, place, by];
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** The question `after` of a list: the position the page before ended at. */
export const afterQuery = z
  .string()
  .max(500)
  .transform((text, context): Position => {
    try {
      const [at, id, ...stood] = positionSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
      const [place, by] = stood;
      return place === undefined || by === undefined ? { at, id } : { at, id, place, by };
    } catch {
      context.addIssue({ code: 'custom', message: 'This is not the address of a page you were given.' });
      return z.NEVER;
    }
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
    next: next && address({ after: positionInAddress(next) }),
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
