import { z } from 'zod';

/** The shapes of what goes out. A presenter's type is read off these, so that the document cannot say otherwise. */
export const textOrNull = z.string().nullable();
export const instantView = z.iso.datetime();
export const instantOrNull = instantView.nullable();
export const dateOrNull = z.iso.date().nullable();

export const dueView = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('day'), date: z.iso.date() }),
    z.object({ type: z.literal('instant'), at: instantView }),
  ])
  .meta({ id: 'Due', description: 'By the end of a London day, or at a moment.' });

/** Words are there, were erased with the person, or are not for this reader. */
export const wordsView = z
  .object({ state: z.enum(['open', 'erased', 'withheld']), text: z.unknown().nullable() })
  .nullable()
  .meta({ id: 'Words' });
export type WordsView = z.output<typeof wordsView>;

/** A page of a list, and where the next one begins. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    next: textOrNull.meta({ description: 'Send as `after` for the next page.' }),
  });
}
