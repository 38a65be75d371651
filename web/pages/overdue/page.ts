import { z } from 'zod';
import { mayDo } from '../../../domain/access/mayDo.ts';
import { countOverdue } from '../../../usecases/clocks/countOverdue.ts';
import { overdueBoard } from '../../../usecases/clocks/overdueBoard.ts';
import { readNames, readNamesShownTo } from '../../../usecases/office/readNames.ts';
import { listOwnViews } from '../../../usecases/savedViews/savedViews.ts';
import { definePage } from '../../definePage.ts';
import { addressOf, afterQuery, pagingOf } from '../../paging.ts';
import { upTo } from '../../wording/days.ts';
import { presentBoard } from './present.ts';
import { boardFilter, filterChoices, questionOf } from './question.ts';
import { ownViewLinks } from './views/ownViews.ts';

const linesShown = 25;

/** Everything overdue, and what is due soon: how late, whose, how far its ladder is, and why it is due then. */
export const overduePage = definePage({
  path: '/overdue',
  permission: 'readOverdue',
  audit: 'readOverdue',
  query: z.object({ ...boardFilter, after: afterQuery.optional() }),
  view: 'overdue/view.njk',
  navigation: { label: 'Overdue', order: 20 },
  show: async ({ actor, query, now, route }, deps) => {
    const { after = null, ...filter } = query;
    const board = await overdueBoard(deps, actor, route, { ...questionOf(filter), after, limit: linesShown });
    if (!board.ok) return board;
    const [names, choices, overdue, views, nameOf] = await Promise.all([
      readNames(deps),
      filterChoices(deps),
      countOverdue(deps, actor, route),
      listOwnViews(deps, actor, 'overdue'),
      readNamesShownTo(deps, actor, [filter.owner ?? null, ...board.items.map(({ ownerId }) => ownerId)]),
    ]);
    const data = {
      groups: presentBoard(board.items, filter.group, { names, nameOf, now }),
      mayAct: mayDo(actor, 'readTasks', null),
      count: upTo(overdue),
      choices,
      owner: nameOf(filter.owner ?? null),
      asked: filter,
      isFiltered: Object.values(filter).some((value) => value !== undefined),
      paging: pagingOf('/overdue', filter, after === null, board.next),
      exportHref: addressOf('/overdue/export', filter),
      keepHref: addressOf('/overdue/views', filter),
      views: ownViewLinks(views, choices),
    };
    return { ok: true, title: 'Overdue', data };
  },
});

/** How many are overdue now, for a board that is left open. */
export const overdueCountPage = definePage({
  path: '/overdue/count',
  permission: 'readOverdue',
  audit: 'readDuties',
  view: 'overdue/view.njk',
  show: async ({ actor, route }, deps) => {
    const overdue = await countOverdue(deps, actor, route);
    return {
      ok: true,
      file: { name: 'count.json', type: 'json', content: JSON.stringify({ overdue: upTo(overdue) }) },
    };
  },
});
