import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { londonDate } from '../../../../domain/calendar/london.ts';
import { readAudit } from '../../../../usecases/audit/readAudit.ts';
import { collectPages } from '../../../collectPages.ts';
import { definePage } from '../../../definePage.ts';
import type { Position } from '../../../../contracts/cursor.ts';
import { auditFilter } from '../question.ts';

/** More rows than this are taken in parts, by the days of the filter. */
const mostRows = 10_000;
const pageSize = 500;

const columns = ['At', 'Kind', 'Case', 'Area', 'What', 'Code', 'By (id)', 'By', 'As', 'From', 'Route', 'Outcome'];

/** The audit as a table to save, by its filter: no name of anybody a case is about, and no free text. */
export const auditExportPage = definePage({
  path: '/audit/export',
  permission: 'readAuditTrail',
  audit: 'exportAudit',
  query: z.object(auditFilter),
  view: 'audit/view.njk',
  show: async ({ actor, query, now, route }, deps) => {
    const reading = { actor, route, event: 'exportAudit' } as const;
    const trail = (after: Position | null) => readAudit(deps, reading, { ...query, after, limit: pageSize });
    const listed = await collectPages(trail, mostRows);
    if (!listed.ok) return listed;
    const table = listed.items.map((line) => [
      line.at,
      line.refused ? 'refused' : line.kind,
      line.reference,
      line.area,
      line.what,
      line.event,
      line.byId ?? '',
      line.by ?? '',
      line.asRoles.join(' '),
      line.address ?? '',
      line.route ?? '',
      line.outcome ?? '',
    ]);
    if (listed.more) table.push(['There is more than stands here: choose fewer days.']);
    // What a spreadsheet would take for a formula is kept from being one; the mark at the front lets it know the letters.
    const content = `\ufeff${stringify([columns, ...table], { escape_formulas: true })}`;
    return { ok: true, file: { name: `audit-${londonDate(now)}.csv`, type: 'csv', content } };
  },
});
