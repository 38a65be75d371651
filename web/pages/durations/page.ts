import { z } from 'zod';
import { describeDuration } from '../../../domain/durations/caseDuration.ts';
import { readNames } from '../../../usecases/office/readNames.ts';
import { durations } from '../../../usecases/reports/durations.ts';
import { punctuality } from '../../../usecases/reports/punctuality.ts';
import { definePage } from '../../definePage.ts';
import { monthWords } from '../../wording/days.ts';
import { durationsChart } from './chart.ts';
import { presentAll, presentDuties, presentGroups } from './present.ts';
import { daysOf, durationsFilter, filterChoices, groupingLabels, questionOf } from './question.ts';

/** How long cases take and where they wait, and which duties are done in time: figures, and nobody they are about. */
export const durationsPage = definePage({
  path: '/durations',
  permission: 'readReports',
  audit: 'readReport',
  query: z.object(durationsFilter),
  view: 'durations/view.njk',
  navigation: { label: 'Durations', order: 90, aside: true },
  show: async ({ actor, query, now, route }, deps) => {
    const asked = questionOf(query, now);
    const { from, to, groupBy, duration } = asked;
    const [together, grouped, duties, names] = await Promise.all([
      durations(deps, actor, route, { from, to }),
      durations(deps, actor, route, { from, to, groupBy }),
      punctuality(deps, actor, route, daysOf(asked)),
      readNames(deps),
    ]);
    if (!together.ok) return together;
    if (!grouped.ok) return grouped;
    if (!duties.ok) return duties;
    const groups = presentGroups(grouped.report, asked, names);
    const what = `${describeDuration(duration)}, by ${groupingLabels[groupBy].toLowerCase()}`;
    const data = {
      ...{ asked, groups, what },
      choices: filterChoices(asked, now),
      isFiltered: Object.values(query).some((value) => value !== undefined),
      period: { from: monthWords(from), to: monthWords(to) },
      grouping: groupingLabels[groupBy],
      all: presentAll(together.report),
      chart: durationsChart(what, groups),
      duties: presentDuties(duties.report, names),
      escalations: duties.report.escalations,
    };
    return { ok: true, title: 'Durations', data };
  },
});
