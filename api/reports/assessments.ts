import { assessmentsQuerySchema } from '../../contracts/report.ts';
import { assessmentsReportView } from '../../contracts/views/loneAssessmentView.ts';
import { assessmentsReport } from '../../usecases/reports/assessments.ts';
import { defineRoute } from '../defineRoute.ts';

export const assessmentsRoute = defineRoute({
  method: 'get',
  path: '/reports/assessments',
  summary: 'Assessments beside the referrals of an agency, by district and month: which high ones never became one',
  tag: 'Reports',
  permission: 'readReports',
  audit: 'readReport',
  schema: { query: assessmentsQuerySchema },
  answers: [{ status: 200, description: 'By month, by area and together.', schema: assessmentsReportView }],
  handler: async ({ actor, route, query }, deps) => {
    const result = await assessmentsReport(deps, actor, route, query);
    return result.ok ? { ok: true, status: 200, body: result.report } : result;
  },
});
