import { z } from 'zod';
import { areaSchema } from '../../../contracts/text.ts';
import { clockKinds, describeClockKind } from '../../../domain/clocks/clockKind.ts';
import { noticeStatuses } from '../../../domain/notices/noticeStatus.ts';
import { deliveryBoard } from '../../../usecases/deliveries/deliveryBoard.ts';
import { listAreas } from '../../../usecases/office/listOffice.ts';
import { readNames, readPractitionerNames } from '../../../usecases/office/readNames.ts';
import { definePage } from '../../definePage.ts';
import { afterQuery, chosen, pagingOf } from '../../paging.ts';
import { asChoice } from '../../wording/asChoice.ts';
import { presentDelivery, statusLabels } from './present.ts';

const linesShown = 50;

const deliveryFilter = {
  status: chosen(z.enum(noticeStatuses)),
  kind: chosen(z.enum(['news', ...clockKinds])),
  area: chosen(areaSchema),
};

const statusChoices = Object.entries(statusLabels)
  .filter(([value]) => value !== 'undelivered')
  .map(([value, text]) => ({ value, text }));
const kindChoices = [
  { value: 'news', text: 'News, no reminder' },
  ...clockKinds.map((kind) => ({ value: kind, text: `Reminder: ${describeClockKind(kind)}` })),
];

/** What the product wrote to people: what did not get through first, then what waits, went, or was seen to. */
export const deliveriesPage = definePage({
  path: '/deliveries',
  permission: 'settleDelivery',
  audit: 'readDeliveries',
  query: z.object({ ...deliveryFilter, after: afterQuery.optional() }),
  askedOnPage: { typed: [] },
  view: 'deliveries/view.njk',
  navigation: { label: 'Deliveries', order: 80, aside: true },
  show: async ({ actor, query, route, now }, deps) => {
    const { after = null, ...filter } = query;
    const { status = 'undelivered', ...narrower } = filter;
    const board = await deliveryBoard(deps, actor, route, { ...narrower, status, after, limit: linesShown });
    if (!board.ok) return board;
    const [names, areas, nameOf] = await Promise.all([
      readNames(deps),
      listAreas(deps),
      readPractitionerNames(
        deps,
        board.items.map(({ recipientId }) => recipientId),
      ),
    ]);
    const data = {
      lines: board.items.map((line) => presentDelivery(line, { names, nameOf, now })),
      choices: { status: statusChoices, kind: kindChoices, area: areas.map(asChoice) },
      asked: filter,
      isFiltered: Object.values(filter).some((value) => value !== undefined),
      paging: pagingOf('/deliveries', filter, after === null, board.next),
    };
    return { ok: true, title: 'Deliveries', data };
  },
});
