import { z } from 'zod';
import { areaSchema } from '../../../contracts/text.ts';
import { mayDo } from '../../../domain/access/mayDo.ts';
import { listExceptions } from '../../../usecases/exceptions/listExceptions.ts';
import { listAreas } from '../../../usecases/office/listOffice.ts';
import { readNames } from '../../../usecases/office/readNames.ts';
import { definePage } from '../../definePage.ts';
import { chosen } from '../../paging.ts';
import { presentExceptions } from './present.ts';

/** What is stuck, and what no clock alone would bring up: each line is somebody's task. */
export const exceptionsPage = definePage({
  path: '/exceptions',
  permission: 'readExceptions',
  audit: 'readExceptions',
  query: z.object({ area: chosen(areaSchema) }),
  view: 'exceptions/view.njk',
  navigation: { label: 'Stuck', order: 30 },
  show: async ({ actor, query, now, route }, deps) => {
    const [listed, names, areas] = await Promise.all([
      listExceptions(deps, actor, route, query.area),
      readNames(deps),
      listAreas(deps),
    ]);
    if (!listed.ok) return listed;
    const data = {
      groups: presentExceptions(listed.items, { names, now, mayRefer: mayDo(actor, 'submitReferral', null) }),
      count: listed.items.length,
      areas: areas.map(({ code, name }) => ({ value: code, text: name })),
      area: query.area,
    };
    return { ok: true, title: 'What is stuck', data };
  },
});
