import type { PunctualityView } from '../../../contracts/views/reportView.ts';
import { isProblem } from '../../../contracts/problemCode.ts';
import { punctuality } from '../../../usecases/reports/punctuality.ts';
import { describeRung } from '../../../domain/clocks/describeRung.ts';
import { monthWords, sentence } from '../../wording/days.ts';
import { defineReport, type ReportFilter } from './defineReport.ts';
import { daysOfMonths, monthChoices, monthsFilter, monthsOf } from './period.ts';
import { columnsOf, figureCell, textCell, type ReportCell } from './reportTable.ts';
import type { IsoInstant } from '../../../domain/calendar/time.ts';

type Months = ReturnType<typeof monthsOf>;

/** Which duties were done in time, by what they are and whose. */
export const punctualityPages = defineReport({
  path: '/reports/punctuality',
  query: monthsFilter,
  read: async ({ asked, actor, route, now, names, areas }, deps) => {
    const months = monthsOf(asked, now);
    const found = await punctuality(deps, actor, route, { ...daysOfMonths(months), areas: areasAsked(asked.area) });
    if (isProblem(found)) return found;
    const rows = found.report.duties.flatMap((duty) => dutyRow(duty, names.agency(duty.agency) ?? 'The MARAC'));
    return {
      ok: true,
      filters: monthFilters(areas, months, now),
      lead: `Duties that were or are due from ${words(months)}. The share counts what was done in time against everything done or overdue.`,
      tables: [
        { caption: 'Punctuality by duty and agency', columns: [{ text: 'Duty' }, { text: 'Whose' }, ...figures], rows },
      ],
      empty: `No duty was due from ${words(months)}. Choose other months to see what was done in time.`,
      fileName: `punctuality-${months.from}-${months.to}`,
    };
  },
});

const [, ...figures] = columnsOf('', ['Share in time', 'In time', 'Late', 'Overdue now', 'Not due yet', 'Fell away']);

function dutyRow(duty: PunctualityView['duties'][number], whose: string): (readonly ReportCell[])[] {
  const { what, met, metLate, overdue, open, cancelled } = duty;
  const decided = met + metLate + overdue;
  if (decided + open + cancelled === 0) return [];
  const share = decided === 0 ? 'None decided yet' : `${Math.round((met / decided) * 100)}%`;
  return [
    [textCell(what), textCell(whose), textCell(share), ...[met, metLate, overdue, open, cancelled].map(figureCell)],
  ];
}

const rungWords = (rung: string) => sentence(describeRung(rung));

/** How often each rung of the ladders was reached. */
export const escalationsPages = defineReport({
  path: '/reports/escalations',
  query: monthsFilter,
  read: async ({ asked, actor, route, now, areas }, deps) => {
    const months = monthsOf(asked, now);
    const found = await punctuality(deps, actor, route, { ...daysOfMonths(months), areas: areasAsked(asked.area) });
    if (isProblem(found)) return found;
    const { escalations } = found.report;
    const byRung = Map.groupBy(escalations, ({ rung }) => rung);
    const total = (list: typeof escalations) => list.reduce((sum, { fired }) => sum + fired, 0);
    return {
      ok: true,
      filters: monthFilters(areas, months, now),
      lead: `Reminders and escalations that were sent from ${words(months)}.`,
      tables: [
        {
          caption: 'By duty and rung of its ladder',
          columns: [{ text: 'Duty' }, { text: 'Rung' }, { text: 'Times', numeric: true }],
          rows: escalations.map(({ what, rung, fired }) => [
            textCell(what),
            textCell(rungWords(rung)),
            figureCell(fired),
          ]),
        },
        {
          caption: 'By rung, over all duties',
          columns: columnsOf('Rung', ['Times']),
          rows: [...byRung].map(([rung, list]) => [textCell(rungWords(rung)), figureCell(total(list))]),
        },
      ],
      empty: `No reminder was sent from ${words(months)}. Choose other months to see them.`,
      fileName: `escalations-${months.from}-${months.to}`,
    };
  },
});

export function areasAsked(area: string | undefined): string[] | undefined {
  return area === undefined ? undefined : [area];
}

/** Area and months as the filter of a report draws them. */
export function monthFilters(areas: ReportFilter, months: Months, now: IsoInstant): readonly ReportFilter[] {
  const choices = monthChoices(months, now);
  return [
    areas,
    { name: 'from', label: 'From', choices, empty: 'The last 12 months' },
    { name: 'to', label: 'To', choices, empty: 'This month' },
  ];
}

export function words({ from, to }: Months): string {
  return `${monthWords(from)} to ${monthWords(to)}`;
}
