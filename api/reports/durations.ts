import { durationsQuerySchema } from '../../contracts/report.ts';
import { durationsView } from '../../contracts/views/reportView.ts';
import { durations } from '../../usecases/reports/durations.ts';
import { defineRoute } from '../defineRoute.ts';

export const durationsRoute = defineRoute({
  method: 'get',
  path: '/reports/durations',
  summary: 'How long cases took, by area, month, quarter, route or agency',
  tag: 'Reports',
  permission: 'readReports',
  audit: 'readReport',
  schema: { query: durationsQuerySchema },
  answers: [{ status: 200, description: 'The durations.', schema: durationsView }],
  handler: async ({ actor, route, query }, deps) => {
    const result = await durations(deps, actor, route, query);
    return result.ok ? { ok: true, status: 200, body: result.report } : result;
  },
});
