import { readReport } from '../../../../usecases/furtherAbuse/readReport.ts';
import { readNames, readPractitionerNames } from '../../../../usecases/office/readNames.ts';
import { definePage } from '../../../definePage.ts';
import { presentReport } from './present.ts';
import { reportParams } from './reportParams.ts';

/** A report of further abuse in the words it came in, for those who look after its case or have to find out whom it means. */
export const reportPage = definePage({
  path: '/further-abuse/:report',
  permission: 'signedIn',
  audit: 'readFurtherAbuse',
  params: reportParams,
  view: 'furtherAbuse/_report/view.njk',
  show: async ({ actor, params, now, route }, deps) => {
    const read = await readReport(deps, actor, route, params.report);
    if (!read.ok) return read;
    const { view, maySettle, mayTakeOut } = read;
    const people = [view.reporterId, view.settled?.byId ?? null, view.takenOut?.byId ?? null];
    const [names, nameOf] = await Promise.all([readNames(deps), readPractitionerNames(deps, people)]);
    const data = {
      ...presentReport(view, { names, nameOf, now }),
      settleHref: maySettle ? `/further-abuse/${view.reportId}/settlement` : null,
      takeOutHref: mayTakeOut ? `/further-abuse/${view.reportId}/taking-out` : null,
    };
    return { ok: true, title: 'A report of further abuse', data };
  },
});
