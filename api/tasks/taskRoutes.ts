import { z } from 'zod';
import { dateSchema } from '../../contracts/moment.ts';
import { pageOf } from '../../contracts/views/parts.ts';
import { taskView } from '../../contracts/views/taskView.ts';
import { myTasks } from '../../usecases/tasks/myTasks.ts';
import { pageQuery, pageReply, readPage } from '../answers.ts';
import { defineRoute } from '../defineRoute.ts';

const taskQuery = z.strictObject({
  ...pageQuery,
  until: dateSchema.optional().meta({ description: 'The last London day to look at. Left out: today.' }),
});

export const taskRoutes = [
  defineRoute({
    method: 'get',
    path: '/me/tasks',
    summary: 'What is yours to do, overdue or due today, the soonest first',
    tag: 'People',
    permission: 'readTasks',
    audit: 'readTasks',
    schema: { query: taskQuery },
    answers: [{ status: 200, description: 'A page of tasks.', schema: pageOf(taskView) }],
    handler: async ({ actor, route, query }, deps) => {
      const page = readPage(query);
      if (!page.ok) return page;
      return pageReply(await myTasks(deps, actor, route, { ...query, after: page.after, limit: page.limit }));
    },
  }),
];
