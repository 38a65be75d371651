import { z } from 'zod';
import type { OwnView } from '../../../../usecases/savedViews/savedViews.ts';
import { boardFilter, filterWords, type FilterChoices } from '../question.ts';

const filterSchema = z.object(boardFilter);

/** The views somebody keeps as links to the board; one that asks for what is no more is left to be removed. */
export function ownViewLinks(views: readonly OwnView[], choices: FilterChoices) {
  return views.map(({ id, name, asked }) => {
    const filter = filterSchema.safeParse(Object.fromEntries(new URLSearchParams(asked)));
    return {
      name,
      href: filter.success ? `/overdue?${asked}` : null,
      words: filter.success ? filterWords(filter.data, choices).join(', ') : 'What it asks for is no more',
      removeHref: `/overdue/views/${id}/remove`,
    };
  });
}
