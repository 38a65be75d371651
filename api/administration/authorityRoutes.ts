import { z } from 'zod';
import {
  authorityChangeSchema,
  authoritySchema,
  newAuthoritySchema,
  schoolYearSchema,
} from '../../contracts/authority.ts';
import { authorityView } from '../../contracts/views/authorityViews.ts';
import {
  addAuthority,
  changeAuthority,
  enterSchoolYear,
  listAuthorities,
} from '../../usecases/administration/authorities.ts';
import { found } from '../answers.ts';
import { defineRoute } from '../defineRoute.ts';
import { administered, administeredAnswers } from './administered.ts';

const common = { tag: 'Administration', permission: 'manageAreas' } as const;
const params = z.object({ authority: authoritySchema });

/** Local authorities: which children's services answer for which place, and when the schools are open. */
export const authorityRoutes = [
  defineRoute({
    ...common,
    method: 'get',
    path: '/administration/authorities',
    summary: 'The local authorities with the places they cover and the terms of their schools',
    audit: 'readAuthorities',
    schema: {},
    answers: [{ status: 200, description: 'By name.', schema: z.object({ items: z.array(authorityView) }) }],
    handler: async (_input, deps) => found({ items: await listAuthorities(deps) }),
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/administration/authorities',
    summary: 'Put a local authority on record with the places its children’s services answer for',
    audit: 'addAuthority',
    schema: { body: newAuthoritySchema },
    answers: administeredAnswers(201),
    handler: async ({ body, ...request }, deps) => administered(await addAuthority(deps, request, body), 201),
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/administration/authorities/:authority/places',
    summary: 'Set the name of a local authority, its children’s services and the places they answer for from now on',
    audit: 'changeAuthority',
    schema: { params, body: authorityChangeSchema },
    answers: administeredAnswers(200),
    handler: async ({ params: { authority }, body, ...request }, deps) =>
      administered(await changeAuthority(deps, request, authority, body), 200),
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/administration/authorities/:authority/school-years',
    summary: 'Enter the terms of a school year, or enter them anew',
    audit: 'enterSchoolYear',
    schema: { params, body: schoolYearSchema },
    answers: administeredAnswers(201),
    handler: async ({ params: { authority }, body, ...request }, deps) =>
      administered(await enterSchoolYear(deps, request, authority, body), 201),
  }),
];
