import { furtherAbuseSchema, settleReportSchema, takeOutReportSchema } from '../../contracts/closing.ts';
import { furtherAbuseReportView, receiptView, reportSettledView } from '../../contracts/views/officeViews.ts';
import { readReport } from '../../usecases/furtherAbuse/readReport.ts';
import { reportFurtherAbuse } from '../../usecases/furtherAbuse/reportFurtherAbuse.ts';
import { settleReport } from '../../usecases/furtherAbuse/settleReport.ts';
import { takeOutReport } from '../../usecases/furtherAbuse/takeOutReport.ts';
import { commandAnswers, commandReply, found } from '../answers.ts';
import { defineRoute } from '../defineRoute.ts';
import { idParams } from '../../contracts/address.ts';

/** Reports of further abuse, by who the people are. */
export const furtherAbuseRoutes = [
  defineRoute({
    method: 'post',
    path: '/further-abuse-reports',
    summary: 'Report further abuse by who the people are; the receipt is the same for all',
    tag: 'Further abuse',
    permission: 'reportFurtherAbuse',
    audit: 'reportFurtherAbuse',
    schema: { body: furtherAbuseSchema },
    answers: [{ status: 201, description: 'It has arrived.', schema: receiptView }],
    handler: async ({ body, ...request }, deps) => {
      const reported = await reportFurtherAbuse(deps, request, body);
      return reported.ok ? { ok: true, status: 201, body: { receipt: reported.receipt, received: true } } : reported;
    },
  }),
  defineRoute({
    method: 'get',
    path: '/further-abuse-reports/:id',
    summary:
      'A report with its words: of a known pair for those who see everything of its case, otherwise for those who look after such reports',
    tag: 'Further abuse',
    permission: 'readFurtherAbuse',
    audit: 'readFurtherAbuse',
    schema: { params: idParams },
    answers: [{ status: 200, description: 'The report.', schema: furtherAbuseReportView }],
    handler: async ({ actor, route, params }, deps) => {
      const read = await readReport(deps, actor, route, params.id);
      return read.ok ? found(read.view) : read;
    },
  }),
  defineRoute({
    method: 'post',
    path: '/further-abuse-reports/:id/settlement',
    summary: 'Say what becomes of a report that waits for a person: which case it is about, or why none of ours',
    tag: 'Further abuse',
    permission: 'settleReport',
    audit: 'settleReport',
    schema: { params: idParams, body: settleReportSchema },
    answers: [{ status: 200, description: 'It is settled.', schema: reportSettledView }],
    handler: async ({ params, body, ...request }, deps) => {
      const settled = await settleReport(deps, request, params.id, body);
      return settled.ok ? found({ reference: settled.reference }) : settled;
    },
  }),
  defineRoute({
    method: 'post',
    path: '/further-abuse-reports/:id/taking-out',
    summary:
      'Take a report out of the case that has recorded it, since it is about other people: it waits for a person again',
    tag: 'Further abuse',
    permission: 'settleReport',
    audit: 'takeOutReport',
    schema: { params: idParams, body: takeOutReportSchema },
    answers: commandAnswers(false),
    handler: async ({ params, body, ...request }, deps) =>
      commandReply(await takeOutReport(deps, request, params.id, body), { reference: null, created: false }),
  }),
];
