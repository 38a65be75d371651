import { z } from 'zod';
import { areaSchema, idSchema } from '../../../../contracts/text.ts';
import { stageMeanings, stages } from '../../../../domain/lifecycle/stage.ts';
import { caseOrders, listCases, mayReadByTime } from '../../../../usecases/cases/listCases.ts';
import { listAreas } from '../../../../usecases/office/listOffice.ts';
import { readNames, readNamesShownTo } from '../../../../usecases/office/readNames.ts';
import { definePage } from '../../../definePage.ts';
import { afterQuery, chosen, pagingOf } from '../../../paging.ts';
import { caseLine } from '../../../wording/cases.ts';

const linesShown = 50;
const orders = [{ value: 'dueSoonest', text: 'Soonest due first' }];
const shownStages = stages.filter((stage) => stage !== 'new');

/** Every case somebody has a part in, the latest referral first; or those with something due, the soonest first. */
export const casesPage = definePage({
  path: '/cases',
  permission: 'readCase',
  audit: 'listCase',
  query: z.object({
    area: chosen(areaSchema),
    stage: chosen(z.enum(stages)),
    adviser: chosen(idSchema),
    order: chosen(z.enum(caseOrders)),
    after: afterQuery.optional(),
  }),
  askedOnPage: { typed: [] },
  view: 'cases/list/view.njk',
  navigation: { label: 'Cases', order: 40 },
  show: async ({ actor, query, now, route }, deps) => {
    const { after = null, ...filter } = query;
    const [listed, names, areas] = await Promise.all([
      listCases(deps, actor, route, { ...filter, after, limit: linesShown }),
      readNames(deps),
      listAreas(deps),
    ]);
    if (!listed.ok) return listed;
    const nameOf = await readNamesShownTo(deps, actor, [filter.adviser ?? null]);
    const data = {
      cases: listed.items.map((each) => caseLine(each, names, now)),
      areas: areas.map(({ code, name }) => ({ value: code, text: name })),
      stages: shownStages.map((stage) => ({ value: stage, text: stageMeanings[stage] })),
      asked: filter,
      orders: mayReadByTime(actor) ? orders : null,
      caption: filter.order === 'dueSoonest' ? 'Cases, the soonest due first' : 'Cases, the latest referral first',
      adviser: nameOf(filter.adviser ?? null),
      isFiltered: Object.values(filter).some((value) => value !== undefined),
      paging: pagingOf('/cases', filter, after === null, listed.next),
    };
    return { ok: true, title: 'Cases', data };
  },
});
