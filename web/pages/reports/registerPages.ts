import { isProblem } from '../../../contracts/problemCode.ts';
import type { OverrideView, RepeatView } from '../../../contracts/views/registerView.ts';
import { formatLondonDate, londonDate } from '../../../domain/calendar/london.ts';
import { stageMeanings, type Stage } from '../../../domain/lifecycle/stage.ts';
import { overrides, repeats } from '../../../usecases/reports/registers.ts';
import { gradeLabels, labelOf, riskChangeLabels } from '../../wording/labels.ts';
import { plainWords } from '../../wording/plainWords.ts';
import { defineReport } from './defineReport.ts';
import { daysOfMonths, monthsFilter, monthsOf } from './period.ts';
import { areasAsked, monthFilters, words } from './punctualityReports.ts';
import { textCell, type ReportCell } from './reportTable.ts';

const became = ['Where it stands', 'Last review of the risk', 'Came again'];

/** Grades raised by judgement above what was counted, the oldest first; the reason for those who may read the case in full. */
export const overridesPages = defineReport({
  path: '/reports/overrides',
  query: monthsFilter,
  read: async ({ asked, actor, route, now, names, areas, after, limit }, deps) => {
    const months = monthsOf(asked, now);
    const question = { ...daysOfMonths(months), areas: areasAsked(asked.area), after, limit };
    const found = await overrides(deps, actor, route, question);
    if (isProblem(found)) return found;
    const headings = ['Case', 'Area', 'On', 'Raised from', 'To'];
    const columns = [
      ...headings.map((text) => ({ text })),
      { text: 'Why', pageOnly: true as const },
      ...became.map((text) => ({ text })),
    ];
    return {
      ok: true,
      filters: monthFilters(areas, months, now),
      lead: `Grades raised by judgement, ${words(months)}, in cases you may see.`,
      tables: [
        {
          caption: 'Register of grades raised by judgement',
          columns,
          rows: found.items.map((entry) => [
            ...[caseCell(entry.reference), textCell(names.area(entry.area)), textCell(dayOf(entry.at))],
            ...[textCell(labelOf(gradeLabels, entry.fromGrade)), textCell(labelOf(gradeLabels, entry.toGrade))],
            textCell(reasonOf(entry)),
            ...outcomeCells(entry),
          ]),
        },
      ],
      empty: `No grade was raised by judgement, ${words(months)}, in a case you may see. Choose other months.`,
      next: found.next,
      fileName: `overrides-${months.from}-${months.to}`,
    };
  },
});

/** Repeats beside the cases they repeat, the oldest first. */
export const repeatsPages = defineReport({
  path: '/reports/repeats',
  query: monthsFilter,
  read: async ({ asked, actor, route, now, names, areas, after, limit }, deps) => {
    const months = monthsOf(asked, now);
    const question = { ...daysOfMonths(months), areas: areasAsked(asked.area), after, limit };
    const found = await repeats(deps, actor, route, question);
    if (isProblem(found)) return found;
    const headings = [
      'Case',
      'Area',
      'Received',
      'Repeats',
      'Received then',
      'Grade then',
      'Grade now',
      'Last plan',
      ...became,
    ];
    return {
      ok: true,
      filters: monthFilters(areas, months, now),
      lead: `Repeats received, ${words(months)}, in cases you may see.`,
      tables: [
        {
          caption: 'Register of repeats',
          columns: headings.map((text) => ({ text })),
          rows: found.items.map((entry) => [
            ...[caseCell(entry.reference), textCell(names.area(entry.area)), textCell(dayOf(entry.receivedAt))],
            entry.repeatOf === null ? textCell('A case not shown to you') : caseCell(entry.repeatOf),
            textCell(dayOf(entry.earlierReceivedAt)),
            ...[entry.gradeBefore, entry.grade].map((grade) =>
              textCell(grade === null ? 'Not graded' : labelOf(gradeLabels, grade)),
            ),
            textCell(entry.planReviewed ? 'Reviewed' : 'Not reviewed'),
            ...outcomeCells(entry),
          ]),
        },
      ],
      empty: `No repeat was received, ${words(months)}, that you may see. Choose other months.`,
      next: found.next,
      fileName: `repeats-${months.from}-${months.to}`,
    };
  },
});

function caseCell(reference: string): ReportCell {
  return textCell(reference, `/cases/${reference}`);
}

function dayOf(at: string): string {
  return formatLondonDate(londonDate(at));
}

function reasonOf({ reason }: OverrideView): string {
  const words = plainWords(reason);
  if (words === null) return 'None given';
  return words.state === 'open' ? words.text : words.state === 'erased' ? 'Erased' : 'Not shown to you';
}

function outcomeCells({ stage, lastReview, repeatedAt }: OverrideView | RepeatView): readonly ReportCell[] {
  return [
    textCell(stageMeanings[stage as Stage]),
    textCell(lastReview === null ? 'None since' : labelOf(riskChangeLabels, lastReview)),
    textCell(repeatedAt === null ? 'No' : dayOf(repeatedAt)),
  ];
}
