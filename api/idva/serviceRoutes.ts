import { z } from 'zod';
import { referenceParam } from '../../contracts/address.ts';
import { absenceSchema, adviserProfileSchema, caseloadHandoverSchema } from '../../contracts/idva.ts';
import { agencySchema, idSchema } from '../../contracts/text.ts';
import { absenceView, adviserView, caseloadHandoverView } from '../../contracts/views/idvaView.ts';
import { handOverCaseload } from '../../usecases/idva/handOverCaseload.ts';
import { readHandover } from '../../usecases/idva/readHandover.ts';
import { enterAbsence, setAdviserProfile, takeAbsenceBack } from '../../usecases/idva/serviceStaff.ts';
import { suggestAdvisers } from '../../usecases/idva/suggestAdvisers.ts';
import { found } from '../answers.ts';
import { defineRoute } from '../defineRoute.ts';

const serviceParams = z.object({ service: agencySchema });
const common = { tag: 'IDVA service', permission: 'manageService' } as const;

/** What the manager of an IDVA service does with its people and caseloads. */
export const serviceRoutes = [
  defineRoute({
    ...common,
    method: 'get',
    path: '/services/:service/advisers',
    summary: 'The advisers of your service with their work; for a case, who can best take it first',
    audit: 'readAdvisers',
    schema: { params: serviceParams, query: z.strictObject({ case: referenceParam.optional() }) },
    answers: [{ status: 200, description: 'Advisers.', schema: z.object({ items: z.array(adviserView) }) }],
    handler: async ({ actor, route, params, query }, deps) => {
      const question = { service: params.service, reference: query.case };
      const suggested = await suggestAdvisers(deps, actor, route, question);
      return suggested.ok ? found({ items: suggested.items }) : suggested;
    },
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/services/:service/advisers/:practitioner/profile',
    summary: 'Set an adviser’s part of a post, kinds of support and languages',
    audit: 'setAdviserProfile',
    schema: { params: serviceParams.extend({ practitioner: idSchema }), body: adviserProfileSchema },
    answers: [{ status: 200, description: 'Set.', schema: adviserProfileSchema }],
    handler: async ({ params, body, ...request }, deps) => {
      const { service, practitioner: practitionerId } = params;
      const set = await setAdviserProfile(deps, request, { service, practitionerId }, body);
      return set.ok ? found(body) : set;
    },
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/services/:service/absences',
    summary: 'Enter that somebody of your service is away, and who stands in',
    audit: 'enterAbsence',
    schema: { params: serviceParams, body: absenceSchema },
    answers: [{ status: 201, description: 'Entered.', schema: absenceView }],
    handler: async ({ params, body, ...request }, deps) => {
      const entered = await enterAbsence(deps, request, params.service, body);
      return entered.ok ? { ok: true, status: 201, body: entered.view } : entered;
    },
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/services/:service/absences/:absence/removal',
    summary: 'Take back that somebody of your service is away',
    audit: 'removeAbsence',
    schema: { params: serviceParams.extend({ absence: idSchema }), body: z.strictObject({}) },
    answers: [{ status: 200, description: 'Taken back.', schema: z.object({ absenceId: z.uuid() }) }],
    handler: async ({ params, ...request }, deps) => {
      const { service, absence: absenceId } = params;
      const taken = await takeAbsenceBack(deps, request, { service, absenceId });
      return taken.ok ? found({ absenceId }) : taken;
    },
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/services/:service/caseload-handovers',
    summary: 'Give everything an adviser has, or some of it, to another; it goes on by itself to the end',
    audit: 'handOverCaseload',
    schema: { params: serviceParams, body: caseloadHandoverSchema },
    answers: [{ status: 201, description: 'Begun; the result of each case.', schema: caseloadHandoverView }],
    handler: async ({ params, body, ...request }, deps) => {
      const begun = await handOverCaseload(deps, request, params.service, body);
      return begun.ok ? { ok: true, status: 201, body: begun.view } : begun;
    },
  }),
  defineRoute({
    ...common,
    method: 'get',
    path: '/services/:service/caseload-handovers/:id',
    summary: 'How far a caseload has been handed over, case by case',
    audit: 'readCaseloadHandover',
    schema: { params: serviceParams.extend({ id: idSchema }) },
    answers: [{ status: 200, description: 'The result of each case.', schema: caseloadHandoverView }],
    handler: async ({ actor, route, params }, deps) => {
      const read = await readHandover(deps, actor, route, params);
      return read.ok ? found(read.view) : read;
    },
  }),
];
