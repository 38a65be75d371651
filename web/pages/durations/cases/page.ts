import { z } from 'zod';
import { idSchema, line } from '../../../../contracts/text.ts';
import { describeDuration } from '../../../../domain/durations/caseDuration.ts';
import { readNames } from '../../../../usecases/office/readNames.ts';
import { casesBehindFigure } from '../../../../usecases/reports/casesOfDuration.ts';
import { definePage } from '../../../definePage.ts';
import { addressOf, chosen } from '../../../paging.ts';
import { monthWords } from '../../../wording/days.ts';
import { daysWords, groupName } from '../present.ts';
import { durationsFilter, questionOf } from '../question.ts';

const linesShown = 50;

/** Where a page ended: how long its last case took, and which that was. */
const afterSchema = z
  .string()
  .max(80)
  .transform((text) => text.split('_'))
  .pipe(
    z.tuple([
      z
        .string()
        .regex(/^\d{1,15}$/)
        .transform(Number),
      idSchema,
    ]),
  );

const figureFilter = {
  ...durationsFilter,
  group: chosen(line(80)),
  state: chosen(z.enum(['happened', 'waiting'])),
};

/** The cases behind a figure by their references, the longest first: nobody they are about, and no word of them. */
export const durationCasesPage = definePage({
  path: '/durations/cases',
  permission: 'readReports',
  audit: 'readReportedCase',
  query: z.object({ ...figureFilter, after: afterSchema.optional() }),
  view: 'durations/cases/view.njk',
  show: async ({ actor, query, route, now }, deps) => {
    const { after, group, state = 'happened' } = query;
    const { groupBy, ...figure } = questionOf(query, now);
    const found = await casesBehindFigure(deps, actor, route, {
      ...{ ...figure, state, grouping: group === undefined ? ('none' as const) : groupBy, group: group ?? 'all' },
      after: after ? { tookMs: after[0], caseId: after[1] } : null,
      limit: linesShown,
    });
    if (!found.ok) return found;
    const names = await readNames(deps);
    const address = (more: object) => addressOf('/durations/cases', { ...figure, groupBy, group, state, ...more });
    const data = {
      backHref: addressOf('/durations', { ...figure, groupBy }),
      group: group === undefined ? 'All cases together' : groupName(group, groupBy, names),
      period: { from: monthWords(figure.from), to: monthWords(figure.to) },
      isWaiting: state === 'waiting',
      otherHref: address({ state: state === 'waiting' ? 'happened' : 'waiting' }),
      lines: found.items.map(({ reference, area, days }) => {
        return { reference, href: `/cases/${reference}`, area: names.area(area), days: daysWords(days) };
      }),
      paging: {
        first: after ? address({}) : null,
        next: found.next && address({ after: `${found.next.tookMs}_${found.next.caseId}` }),
      },
    };
    return { ok: true, title: describeDuration(figure.duration), data };
  },
});
