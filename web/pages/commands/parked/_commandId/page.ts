import { z } from 'zod';
import { problem } from '../../../../../contracts/problemCode.ts';
import { idSchema } from '../../../../../contracts/text.ts';
import { readNames } from '../../../../../usecases/office/readNames.ts';
import { listParked } from '../../../../../usecases/parked/listParked.ts';
import { retryParked, type RetryState } from '../../../../../usecases/parked/retryParked.ts';
import { formPageData } from '../../../../commandForms/formPageData.ts';
import { definePage } from '../../../../definePage.ts';
import { presentParked } from '../present.ts';

/** What is said of it afterwards; whoever sends it again learns no more than where it stands. */
const stands: Readonly<Record<RetryState, string>> = {
  recorded: 'It was sent again, and is recorded.',
  refused: 'It was sent again and decided: the case does not allow it any more. Whoever sent it reads why.',
  pending: 'It was sent again and will be decided as soon as possible.',
  parked: 'It ran into a fault again. It stays here until that is mended.',
};

/** One command that is parked: it is sent again, under a key that does it once. */
export const retryParkedPage = definePage({
  path: '/commands/parked/:commandId',
  permission: 'retryCommand',
  audit: 'retryCommand',
  params: z.object({ commandId: idSchema }),
  view: 'formPage.njk',
  show: async ({ actor, params, route, now }, deps) => {
    const listed = await listParked(deps, actor, route);
    if (!listed.ok) return listed;
    const parked = listed.items.find(({ commandId }) => commandId === params.commandId);
    if (!parked) return problem('NOT_FOUND');
    const { what, about, area, since, fault } = presentParked(parked, await readNames(deps), now);
    const data = formPageData({
      back: { text: 'Parked by a fault', href: '/commands/parked' },
      caption: [about, area].filter(Boolean).join(', '),
      before: `Parked ${since} (${fault.toLowerCase()}). Send it again once the fault is mended: it is decided by the case as it stands now.`,
      fields: [],
      button: 'Send it again',
    });
    return { ok: true, title: what, data };
  },
  form: {
    schema: z.strictObject({}),
    act: async ({ actor, route, key, bodyHash, params }, deps) => {
      const retried = await retryParked(deps, { actor, route, key, bodyHash }, params.commandId);
      return retried.ok ? { ok: true, to: '/commands/parked', notice: stands[retried.state] } : retried;
    },
  },
});
