import { z } from 'zod';
import { mayDo } from '../../../domain/access/mayDo.ts';
import { countOverdue } from '../../../usecases/clocks/countOverdue.ts';
import { groupsOfBoard, overdueBoard, type GroupOfBoard } from '../../../usecases/clocks/overdueBoard.ts';
import { readNames, readNamesShownTo } from '../../../usecases/office/readNames.ts';
import { listOwnViews } from '../../../usecases/savedViews/savedViews.ts';
import { definePage } from '../../definePage.ts';
import { addressOf, afterQuery, pagingOf } from '../../paging.ts';
import { upTo } from '../../wording/days.ts';
import { presentBoard, presentGroups } from './present.ts';
import { boardFilter, filterChoices, groupings, orderings, questionOf } from './question.ts';
import { ownViewLinks } from './views/ownViews.ts';

const linesShown = 25;

/** Everything overdue, and what is due soon: how late, whose, how far its ladder is, and why it is due then. */
export const overduePage = definePage({
  path: '/overdue',
  permission: 'readOverdue',
  audit: 'readOverdue',
  query: z.object({ ...boardFilter, after: afterQuery.optional() }),
  askedOnPage: { typed: [] },
  view: 'overdue/view.njk',
  navigation: { label: 'Overdue', order: 20 },
  show: async ({ actor, query, now, route }, deps) => {
    const { after = null, ...filter } = query;
    const question = questionOf(filter);
    const { group } = question;
    const [board, counted, names, choices, overdue, views] = await Promise.all([
      overdueBoard(deps, actor, route, { ...question, after, limit: linesShown }),
      group === undefined ? nothingCounted : groupsOfBoard(deps, actor, route, { ...question, group }),
      readNames(deps),
      filterChoices(deps),
      countOverdue(deps, actor, route),
      listOwnViews(deps, actor, 'overdue'),
    ]);
    if (!board.ok) return board;
    if (!counted.ok) return counted;
    const owners = [...board.items.map(({ ownerId }) => ownerId), ...(group === 'owner' ? keysOf(counted.groups) : [])];
    const nameOf = await readNamesShownTo(deps, actor, [filter.owner ?? null, ...owners]);
    const given = { names, nameOf, now };
    const data = {
      groups: presentBoard(board.items, group, counted.groups, given),
      allGroups: group === undefined ? [] : presentGroups(counted.groups, group, filter, given),
      grouping: group && groupings[group],
      ordering: orderings[filter.order ?? 'soonest'],
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

const nothingCounted = { ok: true, groups: [] } as const;
const keysOf = (groups: readonly GroupOfBoard[]) => groups.map(({ key }) => key);

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
