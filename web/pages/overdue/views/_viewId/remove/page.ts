import { z } from 'zod';
import { problem } from '../../../../../../contracts/problemCode.ts';
import { idSchema } from '../../../../../../contracts/text.ts';
import { listOwnViews, removeOwnView } from '../../../../../../usecases/savedViews/savedViews.ts';
import { formPageData } from '../../../../../commandForms/formPageData.ts';
import { definePage } from '../../../../../definePage.ts';

const back = { text: 'Your views', href: '/overdue/views' };

/** Removing a view one keeps: the duties in it stay where they are. */
export const removeViewPage = definePage({
  path: '/overdue/views/:viewId/remove',
  permission: 'readOverdue',
  audit: 'removeView',
  params: z.object({ viewId: idSchema }),
  view: 'formPage.njk',
  show: async ({ actor, params }, deps) => {
    const view = (await listOwnViews(deps, actor, 'overdue')).find(({ id }) => id === params.viewId);
    if (!view) return problem('NOT_FOUND');
    const before = 'Only the view goes: what it shows stays on the board.';
    const data = formPageData({ back, before, fields: [], button: 'Remove the view' });
    return { ok: true, title: `Remove “${view.name}”`, data };
  },
  form: {
    schema: z.object({}),
    act: async ({ actor, route, key, bodyHash, params }, deps) => {
      const removed = await removeOwnView(deps, { actor, route, key, bodyHash }, params.viewId);
      return removed.ok ? { ok: true, to: back.href, notice: 'The view is removed.' } : removed;
    },
  },
});
