import { z } from 'zod';
import { idParams } from '../../contracts/address.ts';
import {
  assessmentHandoverSchema,
  assessmentImportSchema,
  assessmentListQuery,
  assessmentRefusalSchema,
  assessmentTakenOnSchema,
  loneAssessmentSchema,
  notHandedOverSchema,
  notReferredSchema,
} from '../../contracts/loneAssessment.ts';
import { recordedView } from '../../contracts/views/commandView.ts';
import { assessmentImportView, loneAssessmentView } from '../../contracts/views/loneAssessmentView.ts';
import { pageOf } from '../../contracts/views/parts.ts';
import { importAssessments } from '../../usecases/assessments/importAssessments.ts';
import { listAssessments } from '../../usecases/assessments/listAssessments.ts';
import { recordAssessment, type RecordedAssessment } from '../../usecases/assessments/recordAssessment.ts';
import {
  decideNotHandedOver,
  decideNotReferred,
  handOverAssessment,
  refuseAssessment,
  takeOnAssessment,
} from '../../usecases/assessments/settleAssessment.ts';
import { found, pageQuery, pageReply, readPage } from '../answers.ts';
import { defineRoute, type Reply } from '../defineRoute.ts';

/** Assessments that stand alone: recorded without a referral. */
export const assessmentRoutes = [
  defineRoute({
    method: 'get',
    path: '/assessments',
    summary: 'Assessments that stand alone; first those graded high and not referred',
    tag: 'Assessments',
    permission: 'readAssessments',
    audit: 'readAssessments',
    schema: { query: z.strictObject({ ...pageQuery, ...assessmentListQuery }) },
    answers: [{ status: 200, description: 'The oldest first.', schema: pageOf(loneAssessmentView) }],
    handler: async ({ actor, route, query }, deps) => {
      const page = readPage(query);
      if (!page.ok) return page;
      const { after, limit } = page;
      return pageReply(await listAssessments(deps, actor, route, { status: query.status, after, limit }));
    },
  }),
  defineRoute({
    method: 'post',
    path: '/assessments',
    summary:
      'Record an assessment without a referral; graded high, it is to be referred by the next working day, below that a service is asked',
    tag: 'Assessments',
    permission: 'recordAssessment',
    audit: 'recordAssessment',
    schema: { body: loneAssessmentSchema },
    answers: [{ status: 201, description: 'Recorded.', schema: recordedView }],
    handler: async ({ body, ...request }, deps) => reply(await recordAssessment(deps, request, body), 201),
  }),
  defineRoute({
    method: 'post',
    path: '/assessments/import',
    summary: 'Record a table of assessments, all of it or nothing; a dry run says what would happen',
    tag: 'Assessments',
    permission: 'recordAssessment',
    audit: 'importAssessments',
    schema: { body: assessmentImportSchema },
    answers: [{ status: 200, description: 'What was or would be recorded.', schema: assessmentImportView }],
    handler: async ({ body, ...request }, deps) => {
      const imported = await importAssessments(deps, request, body);
      if (!imported.ok) return imported;
      const { ok: _ok, ...result } = imported;
      return found(result);
    },
  }),
  defineRoute({
    method: 'post',
    path: '/assessments/:id/not-referred',
    summary: 'Decide, with a reason, that an assessment graded high leads to no referral',
    tag: 'Assessments',
    permission: 'settleAssessment',
    audit: 'decideNotReferred',
    schema: { params: idParams, body: notReferredSchema },
    answers: [{ status: 200, description: 'Recorded.', schema: recordedView }],
    handler: async ({ params, body, ...request }, deps) =>
      reply(await decideNotReferred(deps, request, params.id, body), 200),
  }),
  defineRoute({
    method: 'post',
    path: '/assessments/:id/handover',
    summary: 'Hand an assessment over to a named service, perhaps in place of another',
    tag: 'Assessments',
    permission: 'settleAssessment',
    audit: 'handOverAssessment',
    schema: { params: idParams, body: assessmentHandoverSchema },
    answers: [{ status: 200, description: 'Recorded.', schema: recordedView }],
    handler: async ({ params, body, ...request }, deps) =>
      reply(await handOverAssessment(deps, request, params.id, body), 200),
  }),
  defineRoute({
    method: 'post',
    path: '/assessments/:id/acknowledgement',
    summary: 'Say for the service that it arrived and that they take it on',
    tag: 'Assessments',
    permission: 'answerAssessment',
    audit: 'takeOnAssessment',
    schema: { params: idParams, body: assessmentTakenOnSchema },
    answers: [{ status: 200, description: 'Recorded.', schema: recordedView }],
    handler: async ({ params, body, ...request }, deps) =>
      reply(await takeOnAssessment(deps, request, params.id, body), 200),
  }),
  defineRoute({
    method: 'post',
    path: '/assessments/:id/refusal',
    summary: 'Say for the service, with a reason, that they do not take it on, or give it back',
    tag: 'Assessments',
    permission: 'answerAssessment',
    audit: 'refuseAssessment',
    schema: { params: idParams, body: assessmentRefusalSchema },
    answers: [{ status: 200, description: 'Recorded.', schema: recordedView }],
    handler: async ({ params, body, ...request }, deps) =>
      reply(await refuseAssessment(deps, request, params.id, body), 200),
  }),
  defineRoute({
    method: 'post',
    path: '/assessments/:id/not-handed-over',
    summary: 'Decide, with a reason, that no service is asked any more',
    tag: 'Assessments',
    permission: 'settleAssessment',
    audit: 'decideNotHandedOver',
    schema: { params: idParams, body: notHandedOverSchema },
    answers: [{ status: 200, description: 'Recorded.', schema: recordedView }],
    handler: async ({ params, body, ...request }, deps) =>
      reply(await decideNotHandedOver(deps, request, params.id, body), 200),
  }),
];

function reply(recorded: RecordedAssessment, status: number): Reply {
  if (!recorded.ok) return recorded;
  const { commandId, assessmentId, revision } = recorded;
  const body = { status: 'recorded', commandId, reference: null, created: { assessmentId }, revision };
  return { ok: true, status, body };
}
