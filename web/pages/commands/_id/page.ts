import { z } from 'zod';
import { idSchema } from '../../../../contracts/text.ts';
import { commandState } from '../../../../usecases/commandState.ts';
import { definePage } from '../../../definePage.ts';

/** What was sent and could not be decided at once: it is kept, and this page says when it is. It may be loaded again at will. */
export const commandPage = definePage({
  path: '/commands/:id',
  permission: 'signedIn',
  audit: 'readCommand',
  params: z.object({ id: idSchema }),
  query: z.object({
    to: z
      .string()
      .max(500)
      .regex(/^\/(?![/\\])/)
      .optional(),
  }),
  view: 'commands/_id/view.njk',
  show: async ({ actor, params, query }, deps) => {
    const found = await commandState(deps, actor, params.id);
    if (!found.ok) return found;
    const { status, meaning } = found.view;
    const titles = {
      pending: 'It is kept and will be decided',
      recorded: 'It is recorded',
      refused: 'It could not be done',
      parked: 'It is kept and waits to be mended',
    };
    return { ok: true, title: titles[status], data: { status, meaning, to: query.to ?? '/' } };
  },
});
