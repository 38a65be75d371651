import { z } from 'zod';
import { agencySchema, areaSchema } from '../../contracts/text.ts';
import { agencyView, areaView, meView, practitionerView } from '../../contracts/views/officeViews.ts';
import { roles } from '../../domain/access/role.ts';
import { listAgencies, listAreas } from '../../usecases/office/listOffice.ts';
import { readPeople, whoAmI } from '../../usecases/people/people.ts';
import { found } from '../answers.ts';
import { defineRoute } from '../defineRoute.ts';

const peopleQuery = z.strictObject({
  role: z.enum(roles).optional(),
  area: areaSchema.optional(),
  agency: agencySchema.optional(),
});

/** Who works here, and where. */
export const peopleRoutes = [
  defineRoute({
    method: 'get',
    path: '/me',
    summary: 'Who you are here, and what you may do',
    tag: 'People',
    permission: 'readPeople',
    audit: 'readMe',
    schema: {},
    answers: [{ status: 200, description: 'You.', schema: meView }],
    handler: async ({ actor }, deps) => found(await whoAmI(deps, actor)),
  }),
  defineRoute({
    method: 'get',
    path: '/people',
    summary: 'Practitioners who work here, by post, area and agency',
    tag: 'People',
    permission: 'readPeople',
    audit: 'readPeople',
    schema: { query: peopleQuery },
    answers: [{ status: 200, description: 'By name.', schema: z.object({ items: z.array(practitionerView) }) }],
    handler: async ({ actor, route, query }, deps) => found({ items: await readPeople(deps, actor, route, query) }),
  }),
  defineRoute({
    method: 'get',
    path: '/areas',
    summary: 'The MARAC areas',
    tag: 'People',
    permission: 'readPeople',
    audit: 'readAreas',
    schema: {},
    answers: [{ status: 200, description: 'By name.', schema: z.object({ items: z.array(areaView) }) }],
    handler: async (_input, deps) => found({ items: await listAreas(deps) }),
  }),
  defineRoute({
    method: 'get',
    path: '/agencies',
    summary: 'The agencies',
    tag: 'People',
    permission: 'readPeople',
    audit: 'readAgencies',
    schema: {},
    answers: [{ status: 200, description: 'By name.', schema: z.object({ items: z.array(agencyView) }) }],
    handler: async (_input, deps) => found({ items: await listAgencies(deps) }),
  }),
];
