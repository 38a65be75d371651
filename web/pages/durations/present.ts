import type { DurationsView, PunctualityView } from '../../../contracts/views/reportView.ts';
import { slowestStep, stepsOfWay } from '../../../domain/durations/slowestStep.ts';
import type { Names } from '../../../usecases/office/readNames.ts';
import type { spreadOfDuration } from '../../../usecases/reports/spreadOfDuration.ts';
import { addressOf } from '../../paging.ts';
import { monthWords, sentence } from '../../wording/days.ts';
import { labelOf, routeLabels } from '../../wording/labels.ts';
import { quarterWords } from '../reports/period.ts';
import type { Grouping, Question } from './question.ts';

type Measured = DurationsView['groups'][number]['durations'][number];

/** Every duration of all cases together, with the step that holds them up longest. */
export function presentAll({ groups: [all] }: DurationsView) {
  const measured = all?.durations ?? [];
  const steps = stepsOfWay((duration) => measured.find((each) => each.duration === duration)?.median ?? null);
  const slowest = slowestStep(steps);
  return {
    cases: all?.cases ?? 0,
    slowest: slowest && { what: slowest.what, days: daysWords(slowest.days) },
    steps: steps.map(({ what, days }) => ({ name: sentence(what), days, figure: daysWords(days) })),
    paused: all && all.paused.pauses > 0 ? { pauses: all.paused.pauses, days: daysWords(all.paused.days) } : null,
    lines: measured.map((each) => ({ what: each.what, ...figures(each) })),
  };
}

/** One duration by group: months as they follow each other, everything else with the slowest first. */
export function presentGroups({ groups }: DurationsView, { from, to, groupBy, duration }: Question, names: Names) {
  const lines = groups.flatMap(({ group, durations }) => {
    const measured = durations.find((each) => each.duration === duration);
    if (!measured) return [];
    const casesHref = (state: string) => addressOf('/durations/cases', { from, to, groupBy, duration, group, state });
    const hrefs = { countHref: casesHref('happened'), openHref: casesHref('waiting') };
    return [{ name: groupName(group, groupBy, names), ...measured, ...figures(measured), ...hrefs }];
  });
  if (groupBy === 'month' || groupBy === 'quarter') return lines;
  return lines.toSorted((one, other) => (other.median ?? -1) - (one.median ?? -1));
}
export type GroupLine = ReturnType<typeof presentGroups>[number];

/** How a duration is spread, a span of days each, with its share of all and of those up to it. */
export function presentSpread(parts: Spread) {
  const all = parts.reduce((sum, { count }) => sum + count, 0);
  const percent = (count: number) => (all === 0 ? '–' : `${Math.round((count / all) * 100)}%`);
  let sofar = 0;
  return parts.map(({ upToDays, count }, at) => {
    sofar += count;
    const before = parts[at - 1]?.upToDays ?? 0;
    const name = upToDays === null ? `More than ${before} days` : spanWords(before, upToDays);
    return { name, count, share: percent(count), sofar: percent(sofar) };
  });
}
export type SpreadLine = ReturnType<typeof presentSpread>[number];
type Spread = Extract<Awaited<ReturnType<typeof spreadOfDuration>>, { ok: true }>['parts'];

function spanWords(before: number, upTo: number): string {
  if (before === 0) return 'Up to 1 day';
  return `Over ${before} to ${upTo} days`;
}

/** What became of the duties, by duty and whose they are; a duty that is over its date is not in time either. */
export function presentDuties({ duties }: PunctualityView, names: Names) {
  return duties.flatMap(({ what, agency, met, metLate, cancelled, open, overdue }) => {
    const decided = met + metLate + overdue;
    if (decided + cancelled + open === 0) return [];
    const share = decided === 0 ? 'None decided yet' : `${Math.round((met / decided) * 100)}%`;
    return [{ what, agency: names.agency(agency) ?? 'The MARAC', met, metLate, overdue, open, cancelled, share }];
  });
}

/** What became of the duties of each agency together, the least in time first; those of which none is decided yet come last. */
export function presentAgencies(duties: readonly DutyLine[]) {
  const lines = [...Map.groupBy(duties, ({ agency }) => agency)].map(([name, own]) => {
    const sum = (part: 'met' | 'metLate' | 'overdue') => own.reduce((all, duty) => all + duty[part], 0);
    const [met, late] = [sum('met'), sum('metLate') + sum('overdue')];
    const percent = met + late === 0 ? null : Math.round((met / (met + late)) * 100);
    return { name, met, late, percent, share: percent === null ? 'None decided yet' : `${percent}%` };
  });
  return lines.toSorted((one, other) => (one.percent ?? 101) - (other.percent ?? 101));
}
export type AgencyLine = ReturnType<typeof presentAgencies>[number];
export type StepLine = ReturnType<typeof presentAll>['steps'][number];
type DutyLine = ReturnType<typeof presentDuties>[number];

/** Days with their unit: `1 day`, `3.2 days`; where there is nothing to count, that. */
export function daysWords(days: number | null): string {
  if (days === null) return 'None yet';
  return `${days} ${days === 1 ? 'day' : 'days'}`;
}

function figures({ count, median, ninetiethPercentile, open, oldestOpen }: Measured) {
  return {
    ...{ count, open },
    half: daysWords(median),
    nineInTen: daysWords(ninetiethPercentile),
    oldest: open === 0 ? 'Nobody waits' : daysWords(oldestOpen),
  };
}

/** What people call a group of cases. */
export function groupName(group: string, groupBy: Grouping, names: Names): string {
  switch (groupBy) {
    case 'area':
      return names.area(group);
    case 'agency':
      return names.agency(group) ?? group;
    case 'route':
      return labelOf(routeLabels, group);
    case 'month':
      return monthWords(group);
    case 'quarter':
      return quarterWords(group);
  }
}
