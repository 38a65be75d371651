import { z } from 'zod';
import { idSchema } from '../../../../contracts/text.ts';
import { readReport } from '../../../../usecases/furtherAbuse/readReport.ts';
import { readNames, readPractitionerNames } from '../../../../usecases/office/readNames.ts';
import { definePage } from '../../../definePage.ts';
import { presentReport } from './present.ts';

/** A report of further abuse in the words it came in, for those who look after its case or have to find out whom it means. */
export const reportPage = definePage({
  path: '/further-abuse/:report',
  permission: 'signedIn',
  audit: 'readFurtherAbuse',
  params: z.object({ report: idSchema }),
  view: 'furtherAbuse/_report/view.njk',
  show: async ({ actor, params, now, route }, deps) => {
    const read = await readReport(deps, actor, route, params.report);
    if (!read.ok) return read;
    const { view } = read;
    const [names, nameOf] = await Promise.all([readNames(deps), readPractitionerNames(deps, [view.reporterId])]);
    const data = presentReport(view, { names, reporter: nameOf(view.reporterId), now });
    return { ok: true, title: 'A report of further abuse', data };
  },
});
