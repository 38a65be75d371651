import { punctualityQuerySchema } from '../../contracts/report.ts';
import { punctualityView } from '../../contracts/views/reportView.ts';
import { punctuality } from '../../usecases/reports/punctuality.ts';
import { defineRoute } from '../defineRoute.ts';

export const punctualityRoute = defineRoute({
  method: 'get',
  path: '/reports/punctuality',
  summary: 'Which duties were done in time, by kind and agency, and which rungs were reached',
  tag: 'Reports',
  permission: 'readReports',
  audit: 'readReport',
  schema: { query: punctualityQuerySchema },
  answers: [{ status: 200, description: 'Duties and escalations.', schema: punctualityView }],
  handler: async ({ actor, route, query }, deps) => {
    const result = await punctuality(deps, actor, route, query);
    return result.ok ? { ok: true, status: 200, body: result.report } : result;
  },
});
