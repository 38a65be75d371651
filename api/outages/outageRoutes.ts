import { z } from 'zod';
import { deadlineCrossedView } from '../../contracts/views/outageView.ts';
import { pageOf } from '../../contracts/views/parts.ts';
import { outageLedger } from '../../usecases/outages/outageLedger.ts';
import { pageQuery, pageReply, readPage } from '../answers.ts';
import { defineRoute } from '../defineRoute.ts';

const ledgerQuery = z.strictObject({
  ...pageQuery,
  since: z.iso.date().optional().meta({ description: 'Only outages that lasted into this day or began after it.' }),
});

export const outageRoutes = [
  defineRoute({
    method: 'get',
    path: '/outages/deadlines',
    summary: 'Every deadline crossed while the product was down, once each, with when it was due then',
    tag: 'Boards',
    permission: 'readOverdue',
    audit: 'readOverdue',
    schema: { query: ledgerQuery },
    answers: [{ status: 200, description: 'A page of deadlines.', schema: pageOf(deadlineCrossedView) }],
    handler: async ({ actor, route, query }, deps) => {
      const page = readPage(query);
      if (!page.ok) return page;
      const { after, limit } = page;
      return pageReply(await outageLedger(deps, actor, route, { since: query.since ?? null, after, limit }));
    },
  }),
];
