import { z } from 'zod';
import {
  agencyNameSchema,
  areaServicesSchema,
  newAgencySchema,
  newAreaSchema,
} from '../../contracts/administration.ts';
import { agencySchema, areaSchema } from '../../contracts/text.ts';
import { areaRecordView, policyView } from '../../contracts/views/administrationViews.ts';
import { addAgency, addArea, changeAgency, changeArea, listAreaRecords } from '../../usecases/administration/office.ts';
import { readPolicy } from '../../usecases/administration/readPolicy.ts';
import { found } from '../answers.ts';
import { defineRoute } from '../defineRoute.ts';
import { administered, administeredAnswers } from './administered.ts';

const common = { tag: 'Administration', permission: 'manageAreas' } as const;
const areaParams = z.object({ area: areaSchema });

/** Areas, agencies and services, kept by the system administrator; policy and calendars, shown. */
export const administrationOfficeRoutes = [
  defineRoute({
    ...common,
    method: 'get',
    path: '/administration/areas',
    summary: 'The areas with the services that work for each',
    audit: 'readAreaRecords',
    schema: {},
    answers: [{ status: 200, description: 'By name.', schema: z.object({ items: z.array(areaRecordView) }) }],
    handler: async (_input, deps) => found({ items: await listAreaRecords(deps) }),
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/administration/areas',
    summary: 'Put an area on record',
    audit: 'addArea',
    schema: { body: newAreaSchema },
    answers: administeredAnswers(201),
    handler: async ({ body, ...request }, deps) => administered(await addArea(deps, request, body), 201),
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/administration/areas/:area/services',
    summary: 'Set the name of an area and the services that work for it from now on',
    audit: 'changeArea',
    schema: { params: areaParams, body: areaServicesSchema },
    answers: administeredAnswers(200),
    handler: async ({ params, body, ...request }, deps) =>
      administered(await changeArea(deps, request, params.area, body), 200),
  }),
  defineRoute({
    ...common,
    method: 'get',
    path: '/administration/areas/:area/policy',
    summary: 'The versions of policy an area goes by, and its calendar',
    audit: 'readPolicy',
    schema: { params: areaParams },
    answers: [{ status: 200, description: 'Past, present and announced.', schema: policyView }],
    handler: async ({ params }, deps) => {
      const read = await readPolicy(deps, params.area);
      return read.ok ? found(read.view) : read;
    },
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/administration/agencies',
    summary: 'Put an agency or service on record',
    audit: 'addAgency',
    schema: { body: newAgencySchema },
    answers: administeredAnswers(201),
    handler: async ({ body, ...request }, deps) => administered(await addAgency(deps, request, body), 201),
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/administration/agencies/:agency/name',
    summary: 'Give an agency another name',
    audit: 'changeAgency',
    schema: { params: z.object({ agency: agencySchema }), body: agencyNameSchema },
    answers: administeredAnswers(200),
    handler: async ({ params, body, ...request }, deps) =>
      administered(await changeAgency(deps, request, params.agency, body), 200),
  }),
];
