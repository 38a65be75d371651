import { idvaReportQuerySchema } from '../../contracts/report.ts';
import { idvaReportView } from '../../contracts/views/idvaReportView.ts';
import { idvaReport } from '../../usecases/reports/idva.ts';
import { defineRoute } from '../defineRoute.ts';

export const idvaReportRoute = defineRoute({
  method: 'get',
  path: '/reports/idva',
  summary: 'Referrals to the IDVA services, who engaged, who felt safer at the end, by quarter and area',
  tag: 'Reports',
  permission: 'readReports',
  audit: 'readReport',
  schema: { query: idvaReportQuerySchema },
  answers: [{ status: 200, description: 'Figures by area and together.', schema: idvaReportView }],
  handler: async ({ actor, route, query }, deps) => {
    const result = await idvaReport(deps, actor, route, query);
    return result.ok ? { ok: true, status: 200, body: result.report } : result;
  },
});
