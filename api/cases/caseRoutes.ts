import { z } from 'zod';
import { areaSchema, idSchema } from '../../contracts/text.ts';
import { actionView, caseSummaryView, caseView, historyView } from '../../contracts/views/caseView.ts';
import { clockView } from '../../contracts/views/clockView.ts';
import { pageOf } from '../../contracts/views/parts.ts';
import { erasurePreviewView } from '../../contracts/views/retentionView.ts';
import { stages } from '../../domain/lifecycle/stage.ts';
import { caseClocks } from '../../usecases/cases/caseClocks.ts';
import { caseHistory } from '../../usecases/cases/caseHistory.ts';
import { getAction, getCase } from '../../usecases/cases/getCase.ts';
import { caseOrders, listCases } from '../../usecases/cases/listCases.ts';
import { previewErasure } from '../../usecases/retention/previewErasure.ts';
import { found, pageQuery, pageReply, readPage } from '../answers.ts';
import { defineRoute } from '../defineRoute.ts';
import { caseParams, referenceParam } from '../../contracts/address.ts';

const listQuery = z.strictObject({
  ...pageQuery,
  area: areaSchema.optional(),
  stage: z.enum(stages).optional(),
  adviser: idSchema.optional(),
  meeting: idSchema.optional(),
  order: z.enum(caseOrders).optional(),
});

const historyLimit = 500;
const historyQuery = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,9}$/, 'The number of the last line seen.')
    .transform(Number)
    .optional(),
});

/** Reading cases. */
export const caseRoutes = [
  defineRoute({
    method: 'get',
    path: '/cases',
    summary: 'The cases you may see, latest referral first; or those with something due, the soonest first',
    tag: 'Cases',
    permission: 'readCase',
    audit: 'listCase',
    schema: { query: listQuery },
    answers: [{ status: 200, description: 'A page of cases.', schema: pageOf(caseSummaryView) }],
    handler: async ({ actor, route, query }, deps) => {
      const page = readPage(query);
      if (!page.ok) return page;
      const listed = await listCases(deps, actor, route, { ...query, after: page.after, limit: page.limit });
      return listed.ok ? pageReply(listed) : listed;
    },
  }),
  defineRoute({
    method: 'get',
    path: '/cases/:reference',
    summary: 'One case, as much of it as you may see',
    tag: 'Cases',
    permission: 'readCase',
    audit: 'readCase',
    schema: { params: caseParams },
    answers: [{ status: 200, description: 'The case; its version is in the ETag.', schema: caseView }],
    handler: async ({ actor, route, params }, deps) => {
      const read = await getCase(deps, { actor, route, reference: params.reference });
      return read.ok ? found(read.view, { ETag: `"${read.view.revision}"` }) : read;
    },
  }),
  defineRoute({
    method: 'get',
    path: '/cases/:reference/actions/:actionId',
    summary: 'One action, with the version to move or reassign it by',
    tag: 'Cases',
    permission: 'readCase',
    audit: 'readAction',
    schema: { params: z.object({ reference: referenceParam, actionId: idSchema }) },
    answers: [{ status: 200, description: 'The action; its version is in the ETag.', schema: actionView }],
    handler: async ({ actor, route, params }, deps) => {
      const read = await getAction(deps, { actor, route, reference: params.reference }, params.actionId);
      return read.ok ? found(read.view, { ETag: `"${read.view.revision}"` }) : read;
    },
  }),
  defineRoute({
    method: 'get',
    path: '/cases/:reference/clocks',
    summary: 'The clocks of a case, by when they are due',
    tag: 'Cases',
    permission: 'readCase',
    audit: 'readCase',
    schema: { params: caseParams },
    answers: [{ status: 200, description: 'Every clock.', schema: z.object({ items: z.array(clockView) }) }],
    handler: async ({ actor, route, params }, deps) => {
      const read = await caseClocks(deps, { actor, route, reference: params.reference });
      return read.ok ? found({ items: read.clocks }) : read;
    },
  }),
  defineRoute({
    method: 'get',
    path: '/cases/:reference/erasure-preview',
    summary: 'What would be erased with an ended case as things stand, and what would stay',
    tag: 'Cases',
    permission: 'decideRetention',
    audit: 'previewErasure',
    schema: { params: caseParams },
    mayConflict: true,
    answers: [{ status: 200, description: 'What goes and what stays.', schema: erasurePreviewView }],
    handler: async ({ actor, route, params }, deps) => {
      const read = await previewErasure(deps, { actor, route, reference: params.reference });
      return read.ok ? found(read.view) : read;
    },
  }),
  defineRoute({
    method: 'get',
    path: '/cases/:reference/history',
    summary: 'What happened in a case, in plain sentences',
    tag: 'Cases',
    permission: 'readAudit',
    audit: 'readHistory',
    schema: { params: caseParams, query: historyQuery },
    answers: [
      {
        status: 200,
        description: 'Lines in order; send the last number as `after` where there are more.',
        schema: z.object({ items: z.array(historyView), more: z.boolean() }),
      },
    ],
    handler: async ({ actor, route, params, query }, deps) => {
      const reading = { actor, route, reference: params.reference };
      const read = await caseHistory(deps, reading, query.after ?? 0, historyLimit);
      return read.ok ? found({ items: read.lines, more: read.more }) : read;
    },
  }),
];
