import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { londonDate } from '../../../../domain/calendar/london.ts';
import { overdueBoard } from '../../../../usecases/clocks/overdueBoard.ts';
import { readNames, readNamesShownTo } from '../../../../usecases/office/readNames.ts';
import { collectPages } from '../../../collectPages.ts';
import { definePage } from '../../../definePage.ts';
import type { Position } from '../../../../contracts/cursor.ts';
import { matterWords } from '../../../wording/matters.ts';
import { boardFilter, questionOf } from '../question.ts';

/** More rows than this are a report and no worklist. */
const mostRows = 5_000;
const pageSize = 500;

const columns = [
  'Case or meeting',
  'Duty',
  'Due',
  'Days late',
  'Area',
  'Agency',
  'Owner',
  'Reminders sent',
  'Next reminder',
];

/** The board as a table to save, by its filter: references, dates and names of those who work here; nobody a case is about. */
export const overdueExportPage = definePage({
  path: '/overdue/export',
  permission: 'readOverdue',
  audit: 'exportOverdue',
  query: z.object(boardFilter),
  view: 'overdue/view.njk',
  show: async ({ actor, query, now, route }, deps) => {
    const board = (after: Position | null) =>
      overdueBoard(deps, actor, route, { ...questionOf(query), after, limit: pageSize });
    const listed = await collectPages(board, mostRows);
    if (!listed.ok) return listed;
    const { items: rows, more } = listed;
    const names = await readNames(deps);
    const nameOf = await readNamesShownTo(
      deps,
      actor,
      rows.map(({ ownerId }) => ownerId),
    );
    const table = rows.map((clock) => [
      matterWords(clock, now)?.about ?? '',
      clock.what,
      clock.due.type === 'day' ? clock.due.date : clock.due.at,
      clock.daysLate,
      names.area(clock.area),
      names.agency(clock.agency) ?? '',
      nameOf(clock.ownerId) ?? '',
      clock.rungsFired,
      clock.nextReminderAt ?? '',
    ]);
    if (more) table.push([`There is more than stands here, ${mostRows} rows: filter by area or agency.`]);
    // What a spreadsheet would take for a formula is kept from being one; the mark at the front lets it know the letters.
    const content = `\ufeff${stringify([columns, ...table], { escape_formulas: true })}`;
    return { ok: true, file: { name: `overdue-${londonDate(now)}.csv`, type: 'csv', content } };
  },
});
