import { isProblem } from '../../../contracts/problemCode.ts';
import type { IdvaReportView } from '../../../contracts/views/idvaReportView.ts';
import { idvaReport } from '../../../usecases/reports/idva.ts';
import { defineReport } from './defineReport.ts';
import { quarterChoices, quarterFilter, quarterOf, quarterWords } from './period.ts';
import { areasAsked } from './punctualityReports.ts';
import { columnsOf, figureCell, percentCell, textCell, type ReportCell } from './reportTable.ts';

type Line = IdvaReportView['total'];

/** The work of the IDVA services in a quarter, by area. */
export const idvaPages = defineReport({
  path: '/reports/idva',
  query: quarterFilter,
  read: async ({ asked, actor, route, now, names, areas }, deps) => {
    const { quarter, year, number } = quarterOf(asked.quarter, now);
    const found = await idvaReport(deps, actor, route, { year, quarter: number, areas: areasAsked(asked.area) });
    if (isProblem(found)) return found;
    const { report } = found;
    const { total } = report;
    const rows = [
      ...report.areas.map((line): [string, Line] => [names.area(line.area), line]),
      ['All', total] as const,
    ];
    const isAnything = total.referrals + total.supportEnded + reviewsOf(total).reduce((sum, each) => sum + each, 0) > 0;
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
      ],
      lead: `Referrals received and support that ended from ${quarterWords(quarter)}. These figures are exact and not for publication.`,
      tables: isAnything
        ? [
            {
              caption: 'The IDVA services by area',
              columns: columnsOf('Area', headings),
              rows: rows.map(([name, line]) => [textCell(name), ...cellsOf(line)]),
            },
          ]
        : [],
      empty: `Nobody was referred to the services and no support ended from ${quarterWords(quarter)}. Choose another quarter.`,
      notes: [
        'A referral counts as engaged where the victim engaged at any time since.',
        'Only victims who were asked at the end of support count in what they said.',
      ],
      fileName: `idva-${quarter}`,
    };
  },
});

const headings = [
  'Referrals',
  'Engaged',
  'Share engaged',
  'Support ended',
  'Felt safer',
  'Did not feel safer',
  'Felt safer, of those asked',
  'Abuse has stopped, of those asked',
  'Reviews: risk lower',
  'Reviews: the same',
  'Reviews: risk higher',
];

function cellsOf(line: Line): readonly ReportCell[] {
  const { referrals, engaged, engagementShare, supportEnded, feltSafer, abuseStopped } = line;
  return [
    ...[figureCell(referrals), figureCell(engaged), percentCell(engagementShare), figureCell(supportEnded)],
    ...[
      figureCell(feltSafer.yes),
      figureCell(feltSafer.no),
      percentCell(feltSafer.share),
      percentCell(abuseStopped.share),
    ],
    ...reviewsOf(line).map(figureCell),
  ];
}

function reviewsOf({ riskReviews: { lower, same, higher } }: Line): readonly number[] {
  return [lower, same, higher];
}
