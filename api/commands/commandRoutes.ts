import { z } from 'zod';
import { commandView, parkedView, retriedView } from '../../contracts/views/commandView.ts';
import { commandState } from '../../usecases/commandState.ts';
import { listParked } from '../../usecases/parked/listParked.ts';
import { retryParked } from '../../usecases/parked/retryParked.ts';
import { found } from '../answers.ts';
import { defineRoute } from '../defineRoute.ts';
import { idParams } from '../../contracts/address.ts';

const nothing = z.strictObject({}).meta({ description: 'Nothing more has to be said.' });

export const commandRoutes = [
  defineRoute({
    method: 'get',
    path: '/commands/parked',
    summary: 'Commands that ran into a fault and wait for its fix',
    tag: 'Commands',
    permission: 'retryCommand',
    audit: 'readParked',
    schema: {},
    answers: [
      { status: 200, description: 'The longest parked first.', schema: z.object({ items: z.array(parkedView) }) },
    ],
    handler: async ({ actor, route }, deps) => {
      const parked = await listParked(deps, actor, route);
      return parked.ok ? found({ items: parked.items }) : parked;
    },
  }),
  defineRoute({
    method: 'get',
    path: '/commands/:id',
    summary: 'Where a command you sent stands',
    tag: 'Commands',
    permission: 'reportFurtherAbuse',
    audit: 'readCommand',
    schema: { params: idParams },
    answers: [{ status: 200, description: 'Pending, recorded, refused or parked.', schema: commandView }],
    handler: async ({ actor, params }, deps) => {
      const state = await commandState(deps, actor, params.id);
      return state.ok ? found(state.view) : state;
    },
  }),
  defineRoute({
    method: 'post',
    path: '/commands/:id/retry',
    summary: 'Send a parked command again, once the fault is mended',
    tag: 'Commands',
    permission: 'retryCommand',
    audit: 'retryCommand',
    schema: { params: idParams, body: nothing },
    answers: [{ status: 200, description: 'Where it stands now.', schema: retriedView }],
    handler: async ({ params, ...request }, deps) => {
      const retried = await retryParked(deps, request, params.id);
      return retried.ok ? found({ state: retried.state }) : retried;
    },
  }),
];
