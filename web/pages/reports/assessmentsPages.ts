import { isProblem } from '../../../contracts/problemCode.ts';
import { agencySchema } from '../../../contracts/text.ts';
import type { AssessmentsReportView } from '../../../contracts/views/loneAssessmentView.ts';
import { listAgencies } from '../../../usecases/office/listOffice.ts';
import { assessmentsReport } from '../../../usecases/reports/assessments.ts';
import { chosen } from '../../paging.ts';
import { asChoice } from '../../wording/asChoice.ts';
import { monthWords } from '../../wording/days.ts';
import { defineReport } from './defineReport.ts';
import { monthsFilter, monthsOf } from './period.ts';
import { areasAsked, monthFilters, words } from './punctualityReports.ts';
import { columnsOf, figureCell, textCell, type ReportCell } from './reportTable.ts';

type Line = AssessmentsReportView['total'];

const headings = [
  'High',
  'Medium',
  'Standard',
  'All assessments',
  'Referrals',
  'High, referred since',
  'High, decided otherwise',
  'High, nobody has decided',
  'High, for the figures alone',
];
/** What became of those that a service was asked to take on, whatever their grade. */
const handoverHeadings = [
  'No answer yet',
  'Taken on',
  'Refused, and nobody has it',
  'Decided that no service is asked',
];

/** Assessments of an agency beside its referrals, by area and month. */
export const assessmentsPages = defineReport({
  path: '/reports/assessments',
  query: { ...monthsFilter, agency: chosen(agencySchema) },
  read: async ({ asked, actor, route, now, names, areas }, deps) => {
    const months = monthsOf(asked, now);
    const agency = asked.agency ?? 'police';
    const question = { ...months, agency, areas: areasAsked(asked.area) };
    const [found, agencies] = await Promise.all([assessmentsReport(deps, actor, route, question), listAgencies(deps)]);
    if (isProblem(found)) return found;
    const { report } = found;
    const { total } = report;
    const isAnything = total.assessments > 0 || total.referrals !== '0';
    const whose = names.agency(agency) ?? agency;
    return {
      ok: true,
      filters: [
        ...monthFilters(areas, months, now),
        { name: 'agency', label: 'Whose', choices: agencies.map(asChoice), empty: 'The usual: the police' },
      ],
      lead: `Assessments and referrals of ${whose}, ${words(months)}. A referral by several agencies counts its part for each.`,
      tables: isAnything
        ? [
            {
              caption: 'By area and month',
              columns: [{ text: 'Area' }, { text: 'Month' }, ...columnsOf('', headings).slice(1)],
              rows: report.months.map((line) => [
                textCell(names.area(line.area)),
                textCell(monthWords(line.month)),
                ...cellsOf(line),
              ]),
            },
            {
              caption: 'By area',
              columns: columnsOf('Area', headings),
              rows: [
                ...report.areas.map((line) => [textCell(names.area(line.area)), ...cellsOf(line)]),
                [textCell('All'), ...cellsOf(total)],
              ],
            },
            {
              caption: 'Handed over to a service, by area',
              columns: columnsOf('Area', handoverHeadings),
              rows: [
                ...report.areas.map((line) => [textCell(names.area(line.area)), ...handoverCellsOf(line)]),
                [textCell('All'), ...handoverCellsOf(total)],
              ],
            },
          ]
        : [],
      empty: `${whose} recorded no assessment and made no referral, ${words(months)}. Choose other months or another agency.`,
      fileName: `assessments-${agency}-${months.from}-${months.to}`,
    };
  },
});

function cellsOf(line: Line): readonly ReportCell[] {
  const { high, medium, standard, assessments, referrals } = line;
  const { highReferred, highDecided, highWaiting, highHistory } = line;
  return [high, medium, standard, assessments, referrals, highReferred, highDecided, highWaiting, highHistory].map(
    figureCell,
  );
}

function handoverCellsOf({ handedOver, takenOn, handoverRefused, notHandedOver }: Line): readonly ReportCell[] {
  return [handedOver, takenOn, handoverRefused, notHandedOver].map(figureCell);
}
