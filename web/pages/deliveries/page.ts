import { z } from 'zod';
import { noticeStatuses } from '../../../domain/notices/noticeStatus.ts';
import { deliveryBoard } from '../../../usecases/deliveries/deliveryBoard.ts';
import { readNames, readPractitionerNames } from '../../../usecases/office/readNames.ts';
import { definePage } from '../../definePage.ts';
import { afterQuery, chosen, pagingOf } from '../../paging.ts';
import { presentDelivery, statusLabels } from './present.ts';

const linesShown = 50;

/** What the product wrote to people: what did not get through first, then what waits, went, or was seen to. */
export const deliveriesPage = definePage({
  path: '/deliveries',
  permission: 'settleDelivery',
  audit: 'readDeliveries',
  query: z.object({ status: chosen(z.enum(noticeStatuses)), after: afterQuery.optional() }),
  view: 'deliveries/view.njk',
  navigation: { label: 'Deliveries', order: 80, aside: true },
  show: async ({ actor, query, route, now }, deps) => {
    const { after = null, status } = query;
    const board = await deliveryBoard(deps, actor, route, {
      status: status ?? 'undelivered',
      after,
      limit: linesShown,
    });
    const [names, nameOf] = await Promise.all([
      readNames(deps),
      readPractitionerNames(
        deps,
        board.items.map(({ recipientId }) => recipientId),
      ),
    ]);
    const data = {
      lines: board.items.map((line) => presentDelivery(line, { names, nameOf, now })),
      statuses: Object.entries(statusLabels)
        .filter(([value]) => value !== 'undelivered')
        .map(([value, text]) => ({ value, text })),
      status,
      isFiltered: status !== undefined,
      paging: pagingOf('/deliveries', { status }, after === null, board.next),
    };
    return { ok: true, title: 'Deliveries', data };
  },
});
