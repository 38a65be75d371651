import { z } from 'zod';
import { bulkResult } from '../../../../../usecases/bulk/bulkResult.ts';
import { definePage } from '../../../../definePage.ts';
import { statusOfOne } from '../../../../wording/bulk.ts';
import { counted } from '../../../../wording/days.ts';
import { matterWords } from '../../../../wording/matters.ts';
import { bulkPage } from '../page.ts';

/** What became of each duty of a batch; read from what was recorded, so that it can be opened again at any time. */
export const bulkResultPage = definePage({
  path: '/overdue/bulk/:key',
  permission: 'readOverdue',
  audit: 'readBulkResult',
  params: z.object({ key: z.uuid() }),
  view: 'overdue/bulk/_key/view.njk',
  show: async ({ actor, params, route, now }, deps) => {
    const sentBy = `page POST ${bulkPage.path}`;
    const rows = await bulkResult(deps, actor, { sentBy, key: params.key, route });
    const failed = rows.filter(({ status }) => status === 'refused' || status === 'parked');
    const data = {
      rows: rows.map((row) => ({
        ...matterWords(row, now),
        problem: row.problem,
        status: statusOfOne[row.status],
        clockHref: `/clocks/${row.clockId}`,
      })),
      waiting: rows.some(({ status }) => status === 'waiting'),
      summary: `${rows.filter(({ status }) => status === 'done').length} of ${counted(rows.length, 'duty', 'duties')} done`,
      retryHref:
        failed.length === 0 ? null : `/overdue/bulk?${failed.map(({ clockId }) => `clock=${clockId}`).join('&')}`,
    };
    return { ok: true, title: 'What became of each', data };
  },
});
