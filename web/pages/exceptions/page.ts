import { z } from 'zod';
import { areaSchema } from '../../../contracts/text.ts';
import { exceptionView } from '../../../contracts/views/officeViews.ts';
import { mayDo } from '../../../domain/access/mayDo.ts';
import { listExceptions } from '../../../usecases/exceptions/listExceptions.ts';
import { listAreas } from '../../../usecases/office/listOffice.ts';
import { readNames } from '../../../usecases/office/readNames.ts';
import { definePage } from '../../definePage.ts';
import { addressOf, chosen } from '../../paging.ts';
import { pageOfExceptions } from './pageOfExceptions.ts';
import { kindWords, presentExceptions } from './present.ts';

const linesShown = 50;
const kinds = exceptionView.shape.kind;

/** What is stuck, and what no clock alone would bring up: each line is somebody's task. */
export const exceptionsPage = definePage({
  path: '/exceptions',
  permission: 'readExceptions',
  audit: 'readExceptions',
  query: z.object({ area: chosen(areaSchema), kind: chosen(kinds), after: z.string().max(200).optional() }),
  askedOnPage: { typed: [] },
  view: 'exceptions/view.njk',
  navigation: { label: 'Stuck', order: 30 },
  show: async ({ actor, query, now, route }, deps) => {
    const { after = null, ...filter } = query;
    const [listed, names, areas] = await Promise.all([
      listExceptions(deps, actor, route, filter.area),
      readNames(deps),
      listAreas(deps),
    ]);
    if (!listed.ok) return listed;
    const asked = listed.items.filter(({ kind }) => filter.kind === undefined || kind === filter.kind);
    const { items, next } = pageOfExceptions(asked, after, linesShown);
    const address = (more: object) => addressOf('/exceptions', { ...filter, ...more });
    const data = {
      groups: presentExceptions(items, {
        ...{ names, now },
        mayRefer: mayDo(actor, 'submitReferral', null),
        mayRetry: mayDo(actor, 'retryCommand', null),
        maySettle: mayDo(actor, 'settleDelivery', null),
        mayAppoint: mayDo(actor, 'managePeople', null),
      }),
      count: asked.length,
      areas: areas.map(({ code, name }) => ({ value: code, text: name })),
      kinds: kinds.options.map((value) => ({ value, text: kindWords[value] })),
      asked: filter,
      mayReadOverdue: mayDo(actor, 'readOverdue', null),
      isFiltered: Object.values(filter).some((value) => value !== undefined),
      paging: { first: after === null ? null : address({}), next: next && address({ after: next }) },
    };
    return { ok: true, title: 'What is stuck', data };
  },
});
