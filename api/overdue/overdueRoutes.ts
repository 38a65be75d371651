import { z } from 'zod';
import { agencySchema, areaSchema, idSchema } from '../../contracts/text.ts';
import { boardClockView } from '../../contracts/views/clockView.ts';
import { pageOf } from '../../contracts/views/parts.ts';
import { clockKinds } from '../../domain/clocks/clockKind.ts';
import { boardGroups, boardOrders } from '../../usecases/clocks/boardOrder.ts';
import { overdueBoard } from '../../usecases/clocks/overdueBoard.ts';
import { pageQuery, pageReply, readPage } from '../answers.ts';
import { defineRoute } from '../defineRoute.ts';

const overdueQuery = z.strictObject({
  ...pageQuery,
  area: areaSchema.optional(),
  agency: agencySchema.optional(),
  owner: idSchema.optional(),
  kind: z.enum(clockKinds).optional(),
  order: z
    .enum(boardOrders)
    .optional()
    .meta({ description: 'Left out: the oldest first. Areas, agencies, owners and kinds come by name.' }),
  group: z
    .enum(boardGroups)
    .optional()
    .meta({ description: 'Area by area, agency by agency …; the order counts within each.' }),
  daysLate: z
    .string()
    .regex(/^\d{1,4}$/, 'A number of days.')
    .transform(Number)
    .optional()
    .meta({ description: 'At least so many days late.', example: '3' }),
});

export const overdueRoutes = [
  defineRoute({
    method: 'get',
    path: '/overdue',
    summary: 'Everything overdue in the cases you may see, the oldest first if not asked otherwise',
    tag: 'Boards',
    permission: 'readOverdue',
    audit: 'readOverdue',
    schema: { query: overdueQuery },
    answers: [{ status: 200, description: 'A page of clocks.', schema: pageOf(boardClockView) }],
    handler: async ({ actor, route, query }, deps) => {
      const page = readPage(query);
      if (!page.ok) return page;
      const board = await overdueBoard(deps, actor, route, { ...query, after: page.after, limit: page.limit });
      return board.ok ? pageReply(board) : board;
    },
  }),
];
