import { z } from 'zod';
import { describeRung } from '../../../domain/clocks/describeRung.ts';
import { describeDuration } from '../../../domain/durations/caseDuration.ts';
import { readNames } from '../../../usecases/office/readNames.ts';
import { durations } from '../../../usecases/reports/durations.ts';
import { spreadOfDuration } from '../../../usecases/reports/spreadOfDuration.ts';
import { punctuality } from '../../../usecases/reports/punctuality.ts';
import { definePage } from '../../definePage.ts';
import { monthWords, sentence } from '../../wording/days.ts';
import { durationsChart } from './chart.ts';
import { spreadChart } from './spreadChart.ts';
import { agenciesChart, stepsChart } from './stepsChart.ts';
import { presentAgencies, presentAll, presentDuties, presentGroups, presentSpread } from './present.ts';
import { daysOfMonths } from '../reports/period.ts';
import { reportNavigation } from '../reports/reportNames.ts';
import { durationsFilter, filterChoices, groupingLabels, questionOf } from './question.ts';

/** How long cases take and where they wait, and which duties are done in time: figures, and nobody they are about. */
export const durationsPage = definePage({
  path: '/durations',
  permission: 'readReports',
  audit: 'readReport',
  query: z.object(durationsFilter),
  askedOnPage: { typed: [] },
  view: 'durations/view.njk',
  show: async ({ actor, query, now, route }, deps) => {
    const asked = questionOf(query, now);
    const { from, to, groupBy, duration } = asked;
    const [together, grouped, duties, spread, names] = await Promise.all([
      durations(deps, actor, route, { from, to }),
      durations(deps, actor, route, { from, to, groupBy }),
      punctuality(deps, actor, route, daysOfMonths(asked)),
      spreadOfDuration(deps, actor, route, { from, to, duration }),
      readNames(deps),
    ]);
    if (!together.ok) return together;
    if (!grouped.ok) return grouped;
    if (!duties.ok) return duties;
    if (!spread.ok) return spread;
    const groups = presentGroups(grouped.report, asked, names);
    const all = presentAll(together.report);
    const dutyLines = presentDuties(duties.report, names);
    const agencies = presentAgencies(dutyLines);
    const what = `${describeDuration(duration)}, by ${groupingLabels[groupBy].toLowerCase()}`;
    const data = {
      ...{ asked, groups, what },
      navigation: reportNavigation('/durations'),
      choices: filterChoices(asked, now),
      isFiltered: Object.values(query).some((value) => value !== undefined),
      period: { from: monthWords(from), to: monthWords(to) },
      grouping: groupingLabels[groupBy],
      all,
      stepsChart: stepsChart('How many days each step adds', all.steps),
      chart: durationsChart(what, groups),
      spread: presentSpread(spread.parts),
      spreadChart: spreadChart(`${describeDuration(duration)}: how it is spread`, presentSpread(spread.parts)),
      duration: describeDuration(duration),
      duties: dutyLines,
      agencies,
      agenciesChart: agenciesChart('Done in time, by agency', agencies),
      escalations: duties.report.escalations.map((one) => ({ ...one, rung: sentence(describeRung(one.rung)) })),
    };
    return { ok: true, title: 'Durations', data };
  },
});
