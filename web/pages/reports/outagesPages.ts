import { isProblem } from '../../../contracts/problemCode.ts';
import type { ClockView } from '../../../contracts/views/clockView.ts';
import type { DeadlineCrossedView } from '../../../contracts/views/outageView.ts';
import { formatLondonDate, formatLondonMoment } from '../../../domain/calendar/london.ts';
import type { IsoInstant } from '../../../domain/calendar/time.ts';
import type { Due } from '../../../domain/clocks/clock.ts';
import { outageReport } from '../../../usecases/outages/outageLedger.ts';
import { lateWords } from '../../wording/days.ts';
import { matterWords } from '../../wording/matters.ts';
import { defineReport } from './defineReport.ts';
import { daysOfMonths, monthsFilter, monthsOf } from './period.ts';
import { areasAsked, monthFilters, words } from './punctualityReports.ts';
import { textCell, type ReportCell } from './reportTable.ts';

const headings = ['Duty', 'Of', 'Area', 'Whose', 'Was due', 'Down from', 'Back at', 'How it stands'];

/** What fell due while the product was down, once each, with when it was due then; the oldest deadline first. */
export const outagesPages = defineReport({
  path: '/reports/outages',
  query: monthsFilter,
  read: async ({ asked, actor, route, now, names, areas, after, limit }, deps) => {
    const months = monthsOf(asked, now);
    const question = { ...daysOfMonths(months), areas: areasAsked(asked.area), after, limit };
    const found = await outageReport(deps, actor, route, question);
    if (isProblem(found)) return found;
    return {
      ok: true,
      filters: monthFilters(areas, months, now),
      lead: `What fell due while the product was down, ${words(months)}, in cases you may see. Whatever was moved since, “was due” is as it was then.`,
      tables: [
        {
          caption: 'Deadlines crossed while the product was down',
          columns: headings.map((text) => ({ text })),
          rows: found.items.map((crossed) => [
            textCell(crossed.clock.what, `/clocks/${crossed.clock.clockId}`),
            matterCell(crossed, now),
            textCell(names.area(crossed.area)),
            textCell(names.agency(crossed.clock.agency) ?? 'The MARAC'),
            textCell(dueThen(crossed.dueThen)),
            ...[crossed.outage.from, crossed.outage.until].map((at) => textCell(formatLondonMoment(at))),
            textCell(howItStands(crossed.clock, now)),
          ]),
        },
      ],
      notes: [
        'A deadline stands here once, with the outage in which it was crossed. What was paused, and what belongs to a case that is still being taken over, crosses none.',
        'Reminders that fell into an outage were sent when it was over.',
      ],
      empty: `Nothing fell due while the product was down, ${words(months)}, in a case you may see. Choose other months to look further back.`,
      next: found.next,
      fileName: `outages-${months.from}-${months.to}`,
    };
  },
});

function matterCell({ clock }: DeadlineCrossedView, now: IsoInstant): ReportCell {
  const matter = matterWords(clock, now);
  return matter ? textCell(matter.about, matter.aboutHref) : textCell('–');
}

function dueThen(due: Due): string {
  return due.type === 'day' ? formatLondonDate(due.date) : formatLondonMoment(due.at);
}

/** What became of the duty by now; a date it was moved to is said. */
function howItStands({ status, outcome, overdue, due }: ClockView, now: IsoInstant): string {
  if (status === 'ended') return { met: 'Met', metLate: 'Met late', cancelled: 'Fell away' }[outcome ?? 'met'];
  if (status === 'paused') return 'Paused';
  return overdue ? lateWords(due, now) : `Now due ${dueThen(due)}`;
}
