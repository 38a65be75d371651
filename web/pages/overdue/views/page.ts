import { z } from 'zod';
import { line } from '../../../../contracts/text.ts';
import { listOwnViews, keepOwnView } from '../../../../usecases/savedViews/savedViews.ts';
import { definePage } from '../../../definePage.ts';
import { addressOf } from '../../../paging.ts';
import { boardFilter, filterChoices, filterWords } from '../question.ts';
import { ownViewLinks } from './ownViews.ts';

/** The views somebody keeps of the overdue board; with a filter in its address, what they are about to keep. */
export const viewsPage = definePage({
  path: '/overdue/views',
  permission: 'readOverdue',
  audit: 'keepView',
  query: z.object(boardFilter),
  view: 'overdue/views/view.njk',
  show: async ({ actor, query }, deps) => {
    const [views, choices] = await Promise.all([listOwnViews(deps, actor, 'overdue'), filterChoices(deps)]);
    const wanted = filterWords(query, choices);
    const data = { views: ownViewLinks(views, choices), wanted, boardHref: addressOf('/overdue', query) };
    return { ok: true, title: 'Your views of what is overdue', data };
  },
  form: {
    schema: z.strictObject({ name: line(60) }),
    missing: { name: 'Give the view a name.' },
    act: async ({ actor, query, body: { name } }, deps) => {
      const to = addressOf('/overdue', query);
      await keepOwnView(deps, actor, { board: 'overdue', name, asked: to.split('?')[1] ?? '' });
      return { ok: true, to, notice: `The view “${name}” is kept.` };
    },
  },
});
