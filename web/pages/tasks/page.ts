import { z } from 'zod';
import { addDays, londonDate } from '../../../domain/calendar/london.ts';
import { readNames, readPractitionerNames } from '../../../usecases/office/readNames.ts';
import { myTasks } from '../../../usecases/tasks/myTasks.ts';
import { definePage } from '../../definePage.ts';
import { afterQuery, pagingOf } from '../../paging.ts';
import { presentTasks } from './present.ts';

/** As far as the start page counts ahead, which leads here. */
const daysAhead = 7;
const linesShown = 25;

/** What is somebody's to do, the soonest first: why then, when contact is safe, and where to record what happened. */
export const tasksPage = definePage({
  path: '/tasks',
  permission: 'readTasks',
  audit: 'readTasks',
  query: z.object({ after: afterQuery.optional() }),
  view: 'tasks/view.njk',
  navigation: { label: 'Tasks', order: 10 },
  show: async ({ actor, query, now, route }, deps) => {
    const { after = null } = query;
    const until = addDays(londonDate(now), daysAhead);
    const tasks = await myTasks(deps, actor, route, { until, after, limit: linesShown });
    const [names, nameOf] = await Promise.all([
      readNames(deps),
      readPractitionerNames(
        deps,
        tasks.items.map(({ insteadOf }) => insteadOf),
      ),
    ]);
    const data = {
      tasks: presentTasks(tasks.items, { names, nameOf, now }),
      paging: pagingOf('/tasks', {}, after === null, tasks.next),
    };
    return { ok: true, title: 'Your tasks', data };
  },
});
