import { quarterlyReturnQuerySchema } from '../../contracts/report.ts';
import { quarterlyReturnView } from '../../contracts/views/reportView.ts';
import { quarterlyReturn } from '../../usecases/reports/quarterlyReturn.ts';
import { defineRoute } from '../defineRoute.ts';

export const quarterlyReturnRoute = defineRoute({
  method: 'get',
  path: '/reports/quarterly-return',
  summary: 'The quarterly return: exact by area and meeting, or by area as it may be published',
  tag: 'Reports',
  permission: 'readReports',
  audit: 'readReport',
  schema: { query: quarterlyReturnQuerySchema },
  answers: [{ status: 200, description: 'The return.', schema: quarterlyReturnView }],
  handler: async ({ actor, route, query }, deps) => {
    const result = await quarterlyReturn(deps, actor, route, query);
    return result.ok ? { ok: true, status: 200, body: result.report } : result;
  },
});
