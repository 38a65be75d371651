import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { AssessmentsQuery } from '../../contracts/report.ts';
import type { AssessmentsReportView } from '../../contracts/views/loneAssessmentView.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { formatFraction, fraction, sumFractions } from '../../domain/returns/fraction.ts';
import { agenciesByCode } from '../../store/agencies/findAgencies.ts';
import { type AssessmentsCounted, countAssessments } from '../../store/reports/assessments.ts';
import type { Dependencies } from '../dependencies.ts';
import { reportAreas } from './reportAreas.ts';

/** Assessments of an agency beside its referrals, by district and month: where high ones never became a referral. */
export async function assessmentsReport(
  deps: Dependencies,
  actor: Actor,
  route: string,
  { from, to, areas, agency }: AssessmentsQuery,
): Promise<{ readonly ok: true; readonly report: AssessmentsReportView } | RequestProblem> {
  const allowed = await reportAreas(deps, actor, route, areas);
  if (!allowed.ok) return allowed;
  const { prisma } = deps.store;
  if ((await agenciesByCode(prisma, [agency])).length === 0) return problem('UNKNOWN_AGENCY');
  const counted = await countAssessments(prisma, { from, to, agencyCode: agency, areas: allowed.ids });
  const months = allowed.areas.flatMap(({ id, code }) =>
    counted.filter(({ areaId }) => areaId === id).map((each) => ({ area: code, month: each.month, ...lineOf([each]) })),
  );
  const byArea = allowed.areas.map(({ id, code }) => ({
    area: code,
    ...lineOf(counted.filter(({ areaId }) => areaId === id)),
  }));
  return { ok: true, report: { from, to, agency, months, areas: byArea, total: lineOf(counted) } };
}

function lineOf(counted: readonly AssessmentsCounted[]): AssessmentsReportView['total'] {
  const sum = (column: Exclude<keyof AssessmentsCounted, 'areaId' | 'month' | 'referrals'>) =>
    counted.reduce((total, each) => total + each[column], 0);
  const [high, medium, standard] = [sum('high'), sum('medium'), sum('standard')];
  const referrals = sumFractions(
    counted.flatMap((each) => each.referrals.map(({ sharedBy, cases }) => fraction(cases, sharedBy))),
  );
  return {
    ...{ high, medium, standard, assessments: high + medium + standard },
    referrals: formatFraction(referrals),
    highReferred: sum('highReferred'),
    highDecided: sum('highDecided'),
    highWaiting: sum('highWaiting'),
    highHistory: sum('highHistory'),
    handedOver: sum('handedOver'),
    takenOn: sum('takenOn'),
    handoverRefused: sum('handoverRefused'),
    notHandedOver: sum('notHandedOver'),
  };
}
