import { z } from 'zod';
import { areaSchema } from '../../contracts/text.ts';
import { exceptionView } from '../../contracts/views/officeViews.ts';
import { listExceptions } from '../../usecases/exceptions/listExceptions.ts';
import { found } from '../answers.ts';
import { defineRoute } from '../defineRoute.ts';

export const exceptionRoutes = [
  defineRoute({
    method: 'get',
    path: '/exceptions',
    summary: 'What is stuck: unallocated, suspended, incomplete, parked, undelivered, unmatched',
    tag: 'Boards',
    permission: 'readExceptions',
    audit: 'readExceptions',
    schema: { query: z.strictObject({ area: areaSchema.optional() }) },
    answers: [{ status: 200, description: 'The oldest first.', schema: z.object({ items: z.array(exceptionView) }) }],
    handler: async ({ actor, route, query }, deps) => {
      const listed = await listExceptions(deps, actor, route, query.area);
      return listed.ok ? found({ items: listed.items }) : listed;
    },
  }),
];
