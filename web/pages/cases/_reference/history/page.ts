import { z } from 'zod';
import { caseParams } from '../../../../../contracts/address.ts';
import { caseHistory } from '../../../../../usecases/cases/caseHistory.ts';
import { readNamesShownTo } from '../../../../../usecases/office/readNames.ts';
import { definePage } from '../../../../definePage.ts';
import { historyWords } from './present.ts';

const linesShown = 100;

/** Everything that happened in a case, in plain sentences, from its record alone. */
export const historyPage = definePage({
  path: '/cases/:reference/history',
  permission: 'readAudit',
  audit: 'readHistory',
  params: caseParams,
  query: z.object({
    after: z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number)
      .optional(),
  }),
  view: 'cases/_reference/history/view.njk',
  show: async ({ actor, params, query, route, now }, deps) => {
    const { reference } = params;
    const read = await caseHistory(deps, { actor, route, reference }, query.after ?? 0, linesShown);
    if (!read.ok) return read;
    const nameOf = await readNamesShownTo(
      deps,
      actor,
      read.lines.map(({ byId }) => byId),
    );
    const address = `/cases/${reference}/history`;
    const paging = {
      first: query.after === undefined ? null : address,
      next: read.more ? `${address}?after=${read.lines.at(-1)?.number ?? 0}` : null,
    };
    const data = { reference, lines: historyWords(read.lines, nameOf, now), paging };
    return { ok: true, title: `What happened in case ${reference}`, data };
  },
});
