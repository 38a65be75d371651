import { z } from 'zod';
import { listAssessments } from '../../../usecases/assessments/listAssessments.ts';
import { usualStatus } from '../../../usecases/assessments/usualStatus.ts';
import { readNames } from '../../../usecases/office/readNames.ts';
import { type AssessmentStatus, assessmentStatuses } from '../../../domain/assessments/assessmentStanding.ts';
import { definePage } from '../../definePage.ts';
import { afterQuery, chosen, pagingOf } from '../../paging.ts';
import { assessmentStatusLabels, owedByLabels } from '../../wording/assessments.ts';
import { choicesOf } from '../../wording/labels.ts';
import { assessmentLine } from './present.ts';

const linesShown = 25;

/** What is said where nobody waits for anything. */
const nothingOf: Partial<Readonly<Record<AssessmentStatus, string>>> = {
  open: 'No assessment waits for a referral.',
  handedOver: 'No assessment waits for the answer of a service.',
};

/** Assessments that somebody recorded without a referral; first those graded high, which somebody has to refer or decide on. */
export const assessmentsPage = definePage({
  path: '/assessments',
  permission: 'readAssessments',
  audit: 'readAssessments',
  query: z.object({ status: chosen(z.enum(assessmentStatuses)), after: afterQuery.optional() }),
  askedOnPage: { typed: [] },
  view: 'assessments/view.njk',
  show: async ({ actor, query, now, route }, deps) => {
    const usual = await usualStatus(deps, actor);
    const { status = usual, after = null } = query;
    const [listed, names] = await Promise.all([
      listAssessments(deps, actor, route, { status, after, limit: linesShown }),
      readNames(deps),
    ]);
    const data = {
      lines: listed.items.map((each) => assessmentLine(each, names, now)),
      // What is usual for somebody is what the page shows when nothing is chosen.
      statuses: choicesOf(assessmentStatusLabels).filter(({ value }) => value !== usual),
      usual: assessmentStatusLabels[usual],
      status,
      isUsual: status === usual,
      nothing: nothingOf[status] ?? 'There is none.',
      owedBy: owedByLabels[status] ?? null,
      paging: pagingOf('/assessments', { status }, after === null, listed.next),
    };
    return { ok: true, title: 'Assessments without a referral', data };
  },
});
