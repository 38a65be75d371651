import { z } from 'zod';
import { isProblem } from '../../../contracts/problemCode.ts';
import type { QuarterlyReturnView } from '../../../contracts/views/reportView.ts';
import { formatLondonDate } from '../../../domain/calendar/london.ts';
import { quarterlyReturn } from '../../../usecases/reports/quarterlyReturn.ts';
import { chosen } from '../../paging.ts';
import { defineReport } from './defineReport.ts';
import { quarterChoices, quarterFilter, quarterOf, quarterWords } from './period.ts';
import { areasAsked } from './punctualityReports.ts';
import { figureCell, percentCell, textCell, type ReportCell, type ReportTable } from './reportTable.ts';

const views = [{ value: 'publication', text: 'To be published: small numbers left out' }];

/** The return to SafeLives, exact for those who run the areas, or as it may be published. */
export const returnPages = defineReport({
  path: '/reports/return',
  query: { ...quarterFilter, view: chosen(z.enum(['internal', 'publication'])) },
  read: async ({ asked, actor, route, now, areas }, deps) => {
    const { quarter, year, number } = quarterOf(asked.quarter, now);
    const view = asked.view ?? 'internal';
    const question = {
      year,
      quarter: number,
      view,
      areas: view === 'publication' ? undefined : areasAsked(asked.area),
    };
    const found = await quarterlyReturn(deps, actor, route, question);
    if (isProblem(found)) return found;
    const { report } = found;
    return {
      ok: true,
      filters: [
        {
          name: 'quarter',
          label: 'Quarter',
          choices: quarterChoices(quarter, now),
          empty: 'The last one that is over',
        },
        areas,
        { name: 'view', label: 'For', choices: views, empty: 'Ourselves: exact' },
      ],
      lead:
        view === 'publication'
          ? `Cases heard from ${quarterWords(quarter)}, of every area, as they may be published: counts of 5 and under are left out, and what would give them away.`
          : `Cases heard from ${quarterWords(quarter)}. These figures are exact and not for publication.`,
      tables: isAnything(report) ? [byArea(report), ...meetingTable(report)] : [],
      empty: `No case was heard from ${quarterWords(quarter)}. Choose another quarter.`,
      notes: report.notes,
      fileName: `return-${view}-${quarter}`,
    };
  },
});

/** A return without a single case has nothing to show; where figures are left out, there were some. */
function isAnything({ areas, total }: QuarterlyReturnView): boolean {
  return total.figures['cases'] !== '0' || areas.some(({ heardElsewhere }) => (heardElsewhere ?? 0) > 0);
}

/** Areas side by side, a line of the return each. */
function byArea({ areas, lines, total, view }: QuarterlyReturnView): ReportTable {
  const columns = [
    ...areas.map(({ name, figures, indicators }) => ({ name, figures, indicators })),
    { name: 'All', ...total },
  ];
  const rate = (text: string, share: 'repeatRate' | 'policeShare'): ReportCell[] => [
    textCell(text),
    ...columns.map(({ indicators }) => percentCell(indicators[share])),
  ];
  const elsewhere = [
    textCell('Heard elsewhere, in none of these'),
    ...areas.map((area) => figureCell(area.heardElsewhere)),
  ];
  const all = areas.reduce((sum, { heardElsewhere }) => sum + (heardElsewhere ?? 0), 0);
  return {
    caption: 'The return by area',
    columns: [{ text: 'Line' }, ...columns.map(({ name }) => ({ text: name, numeric: true as const }))],
    rows: [
      ...lines.map(({ line, what }) => [
        textCell(what),
        ...columns.map(({ figures }) => figureCell(figures[line] ?? null)),
      ]),
      rate('Repeats among cases', 'repeatRate'),
      rate('Police among referrals', 'policeShare'),
      ...(view === 'publication' ? [] : [[...elsewhere, figureCell(all)]]),
    ],
  };
}

/** Meeting by meeting, for those who are told exact figures. */
function meetingTable({ areas, lines }: QuarterlyReturnView): readonly ReportTable[] {
  const shown = lines.filter(({ line }) => ['cases', 'repeats', 'children', 'police'].includes(line));
  const rows = areas.flatMap(({ name, meetings }) =>
    meetings.map(({ meetingId, date, figures }) => [
      textCell(`${name}, ${formatLondonDate(date)}`, `/meetings/${meetingId}`),
      ...shown.map(({ line }) => figureCell(figures[line] ?? null)),
    ]),
  );
  const columns = [{ text: 'Meeting' }, ...shown.map(({ what }) => ({ text: what, numeric: true as const }))];
  return [{ caption: 'Meeting by meeting', columns, rows }];
}
