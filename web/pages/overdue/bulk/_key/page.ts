import { z } from 'zod';
import { mostInBulk } from '../../../../../contracts/bulk.ts';
import type { Actor } from '../../../../../domain/access/actor.ts';
import { bulkResult } from '../../../../../usecases/bulk/bulkResult.ts';
import { overdueBoard } from '../../../../../usecases/clocks/overdueBoard.ts';
import type { Dependencies } from '../../../../../usecases/dependencies.ts';
import { definePage } from '../../../../definePage.ts';
import { statusOfOne } from '../../../../wording/bulk.ts';
import { counted } from '../../../../wording/days.ts';
import { matterWords } from '../../../../wording/matters.ts';
import { leftSchema } from '../left.ts';
import { bulkPage } from '../page.ts';

/** What became of each duty of a batch; read from what was recorded, so that it can be opened again at any time. */
export const bulkResultPage = definePage({
  path: '/overdue/bulk/:key',
  permission: 'readOverdue',
  audit: 'readBulkResult',
  params: z.object({ key: z.uuid() }),
  query: z.object({ left: leftSchema }),
  view: 'overdue/bulk/_key/view.njk',
  show: async ({ actor, params, query, route, now }, deps) => {
    const sentBy = `page POST ${bulkPage.path}`;
    const sent = await bulkResult(deps, actor, { sentBy, key: params.key, route });
    const rows = [...sent, ...(await leftOut(deps, actor, route, query.left))];
    const failed = rows.filter(({ status, clockId }) => clockId !== null && !['done', 'waiting'].includes(status));
    const data = {
      rows: rows.map((row) => ({
        ...matterWords(row, now),
        ...{ what: row.what, problem: row.problem },
        status: statusOfOne[row.status],
        clockHref: row.clockId && `/clocks/${row.clockId}`,
      })),
      waiting: rows.some(({ status }) => status === 'waiting'),
      summary: `${rows.filter(({ status }) => status === 'done').length} of ${counted(rows.length, 'duty', 'duties')} done`,
      retryHref:
        failed.length === 0 ? null : `/overdue/bulk?${failed.map(({ clockId }) => `clock=${clockId}`).join('&')}`,
    };
    return { ok: true, title: 'What became of each', data };
  },
});

type Left = z.output<typeof leftSchema>;

/** Duties that were not sent, as they stand now; of one that is not shown to its reader, or has ended, only why. */
async function leftOut(deps: Dependencies, actor: Actor, route: string, left: Left) {
  if (left.length === 0) return [];
  const ids = left.map(({ clockId }) => clockId);
  const board = await overdueBoard(deps, actor, route, { ids, after: null, limit: mostInBulk, dueWithinDays: 400 });
  const shown = new Map(board.ok ? board.items.map((clock) => [clock.clockId, clock]) : []);
  return left.map(({ clockId, problem }) => {
    const clock = shown.get(clockId);
    const about = { what: clock?.what ?? null, reference: clock?.reference ?? null, meeting: clock?.meeting ?? null };
    return { ...about, clockId: clock ? clockId : null, status: 'notSent', problem } as const;
  });
}
