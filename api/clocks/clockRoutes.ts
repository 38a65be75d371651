import { clockExplanationView } from '../../contracts/views/clockView.ts';
import { explainClock } from '../../usecases/clocks/explainClock.ts';
import { found } from '../answers.ts';
import { defineRoute } from '../defineRoute.ts';
import { idParams } from '../../contracts/address.ts';

export const clockRoutes = [
  defineRoute({
    method: 'get',
    path: '/clocks/:id',
    summary: 'Why a clock is due when it is due, and what was done to it',
    tag: 'Clocks',
    permission: 'readCase',
    audit: 'readClock',
    schema: { params: idParams },
    answers: [{ status: 200, description: 'The clock and its reasons.', schema: clockExplanationView }],
    handler: async ({ actor, route, params }, deps) => {
      const read = await explainClock(deps, actor, route, params.id);
      return read.ok ? found(read.view) : read;
    },
  }),
];
