import { z } from 'zod';
import { deliveryView } from '../../contracts/views/officeViews.ts';
import { pageOf } from '../../contracts/views/parts.ts';
import { listDeliveries, retryDelivery, settleDelivery } from '../../usecases/deliveries/deliveries.ts';
import { found, pageQuery, pageReply, readPage } from '../answers.ts';
import { defineRoute } from '../defineRoute.ts';
import { idParams } from '../../contracts/address.ts';

const nothing = z.strictObject({}).meta({ description: 'Nothing more has to be said.' });
const done = [{ status: 200, description: 'Done.', schema: z.object({ done: z.literal(true) }) }];

/** Messages that did not get through. */
export const deliveryRoutes = [
  defineRoute({
    method: 'get',
    path: '/deliveries',
    summary: 'Messages that did not reach their recipient, the oldest first',
    tag: 'Deliveries',
    permission: 'settleDelivery',
    audit: 'readDeliveries',
    schema: { query: z.strictObject(pageQuery) },
    answers: [{ status: 200, description: 'A page of messages.', schema: pageOf(deliveryView) }],
    handler: async ({ actor, route, query }, deps) => {
      const page = readPage(query);
      if (!page.ok) return page;
      const { items, next } = await listDeliveries(deps, { actor, route }, page.after?.id ?? null, page.limit);
      const last = items.at(-1);
      return pageReply({ items, next: next !== null && last ? { at: last.createdAt, id: next } : null });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/deliveries/:id/retry',
    summary: 'Send a message again, to the address its recipient has by now',
    tag: 'Deliveries',
    permission: 'settleDelivery',
    audit: 'retryDelivery',
    schema: { params: idParams, body: nothing },
    answers: done,
    handler: async ({ params, ...request }, deps) => {
      const retried = await retryDelivery(deps, request, params.id);
      return retried.ok ? found({ done: true }) : retried;
    },
  }),
  defineRoute({
    method: 'post',
    path: '/deliveries/:id/settlement',
    summary: 'Mark a message as seen to: its recipient was told in another way',
    tag: 'Deliveries',
    permission: 'settleDelivery',
    audit: 'settleDelivery',
    schema: { params: idParams, body: nothing },
    answers: done,
    handler: async ({ params, ...request }, deps) => {
      const settled = await settleDelivery(deps, request, params.id);
      return settled.ok ? found({ done: true }) : settled;
    },
  }),
];
