import { commandView } from '../../contracts/views/commandView.ts';
import { commandState } from '../../usecases/commandState.ts';
import { found } from '../answers.ts';
import { defineRoute } from '../defineRoute.ts';
import { idParams } from '../params.ts';

export const commandRoutes = [
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
];
