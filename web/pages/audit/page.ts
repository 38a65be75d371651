import { z } from 'zod';
import { areasWithNames } from '../../../domain/access/auditScope.ts';
import { readAudit } from '../../../usecases/audit/readAudit.ts';
import { listAreas } from '../../../usecases/office/listOffice.ts';
import { readNames } from '../../../usecases/office/readNames.ts';
import { listPeople } from '../../../usecases/people/people.ts';
import { definePage } from '../../definePage.ts';
import { addressOf, afterQuery, pagingOf } from '../../paging.ts';
import { presentCheck, presentTrail } from './present.ts';
import { auditFilter, kindChoices } from './question.ts';

const linesShown = 50;

/** Who saw or did what on a case, when, as whom and from where, with what the chains say of it. */
export const auditPage = definePage({
  path: '/audit',
  permission: 'readAuditTrail',
  audit: 'readAudit',
  query: z.object({ ...auditFilter, after: afterQuery.optional() }),
  askedOnPage: { typed: ['case', 'from', 'to'] },
  view: 'audit/view.njk',
  navigation: { label: 'Audit', order: 80, aside: true },
  show: async ({ actor, query, now, route }, deps) => {
    const { after = null, ...filter } = query;
    const read = await readAudit(deps, { actor, route, event: 'readAudit' }, { ...filter, after, limit: linesShown });
    if (!read.ok) return read;
    const withNames = areasWithNames(actor);
    const isNamed = withNames === 'all' || withNames.length > 0;
    const [names, areas, people] = await Promise.all([
      readNames(deps),
      listAreas(deps),
      isNamed ? listPeople(deps, {}) : [],
    ]);
    const data = {
      days: presentTrail(read.items, { names, now, filter }),
      check: presentCheck(read.check),
      choices: {
        area: areas.map(({ code, name }) => ({ value: code, text: name })),
        by: people.map(({ practitionerId, name }) => ({ value: practitionerId, text: name })),
        kind: kindChoices,
      },
      isNamed,
      asked: filter,
      isFiltered: Object.values(filter).some((value) => value !== undefined),
      paging: pagingOf('/audit', filter, after === null, read.next),
      exportHref: addressOf('/audit/export', filter),
    };
    return { ok: true, title: filter.case === undefined ? 'Audit' : `Audit of ${filter.case}`, data };
  },
});
