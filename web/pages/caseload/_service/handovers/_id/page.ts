import { z } from 'zod';
import { agencySchema, idSchema } from '../../../../../../contracts/text.ts';
import { readHandover } from '../../../../../../usecases/idva/readHandover.ts';
import { readPractitionerNames } from '../../../../../../usecases/office/readNames.ts';
import { definePage } from '../../../../../definePage.ts';
import { adviserKindLabels } from '../../../../../wording/advisers.ts';
import { counted, momentWords } from '../../../../../wording/days.ts';
import { labelOf } from '../../../../../wording/labels.ts';

const statuses = {
  waiting: { text: 'Waits', colour: 'yellow' },
  done: { text: 'Handed over', colour: 'green' },
  refused: { text: 'Not handed over', colour: 'red' },
  parked: { text: 'Waits to be mended', colour: 'orange' },
};

/** How far a caseload has been handed over, case by case; it can be left and opened again at any time. */
export const handoverProgressPage = definePage({
  path: '/caseload/:service/handovers/:handoverId',
  permission: 'manageService',
  audit: 'readCaseloadHandover',
  params: z.object({ service: agencySchema, handoverId: idSchema }),
  view: 'caseload/_service/handovers/_id/view.njk',
  show: async ({ actor, params, route, now }, deps) => {
    const read = await readHandover(deps, actor, route, { service: params.service, id: params.handoverId });
    if (!read.ok) return read;
    const { from, to, madeAt, total, done, refused, waiting, cases } = read.view;
    const nameOf = await readPractitionerNames(deps, [from, to]);
    const data = {
      ...{ total, done, refused, waiting },
      ended: total - waiting,
      from: nameOf(from),
      to: nameOf(to),
      begun: momentWords(madeAt, now),
      decided: counted(total - waiting, 'case'),
      cases: cases.map(({ reference, kind, status, problem }) => ({
        ...{ reference, problem, kind: labelOf(adviserKindLabels, kind), status: statuses[status] },
      })),
    };
    return { ok: true, title: `${nameOf(from) ?? 'A caseload'} to ${nameOf(to) ?? 'another adviser'}`, data };
  },
});
