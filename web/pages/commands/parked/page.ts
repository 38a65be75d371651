import { listParked } from '../../../../usecases/parked/listParked.ts';
import { readNames } from '../../../../usecases/office/readNames.ts';
import { definePage } from '../../../definePage.ts';
import { presentParked } from './present.ts';

/** What could not be recorded because of a fault of the product, and is sent again once that is mended. No word of a case stands here. */
export const parkedPage = definePage({
  path: '/commands/parked',
  permission: 'retryCommand',
  audit: 'readParked',
  view: 'commands/parked/view.njk',
  navigation: { label: 'Parked', order: 82, aside: true },
  show: async ({ actor, route, now }, deps) => {
    const [listed, names] = await Promise.all([listParked(deps, actor, route), readNames(deps)]);
    if (!listed.ok) return listed;
    return {
      ok: true,
      title: 'Parked by a fault',
      data: { lines: listed.items.map((each) => presentParked(each, names, now)) },
    };
  },
});
