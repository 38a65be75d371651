import { z } from 'zod';
import { caseParams } from '../../contracts/address.ts';
import { denySchema } from '../../contracts/administration.ts';
import { idSchema } from '../../contracts/text.ts';
import { denyEntryView } from '../../contracts/views/administrationViews.ts';
import { addDeny, readDenyList, removeDeny } from '../../usecases/administration/denyList.ts';
import { found } from '../answers.ts';
import { defineRoute } from '../defineRoute.ts';
import { administered, administeredAnswers, nothing } from './administered.ts';

const common = { tag: 'Deny lists', permission: 'manageDenyList' } as const;
const denyListView = z.object({
  people: z.array(z.object({ of: z.string(), name: z.string() })),
  entries: z.array(denyEntryView),
});

/** Who must not see the cases of somebody, whatever their role; kept by coordinators and supervisors it does not name. */
export const denyListRoutes = [
  defineRoute({
    ...common,
    method: 'get',
    path: '/cases/:reference/deny-list',
    summary: 'Who must not see the cases of the people in this one',
    audit: 'readDenyList',
    schema: { params: caseParams },
    answers: [{ status: 200, description: 'The oldest first.', schema: denyListView }],
    handler: async ({ actor, route, params }, deps) => {
      const read = await readDenyList(deps, { actor, route, reference: params.reference });
      return read.ok ? found({ people: read.people, entries: read.entries }) : read;
    },
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/cases/:reference/deny-list',
    summary: 'Keep the cases of a person from somebody, from this moment on',
    audit: 'addDenyEntry',
    schema: { params: caseParams, body: denySchema },
    answers: administeredAnswers(201),
    handler: async ({ params, body, ...request }, deps) =>
      administered(await addDeny(deps, request, params.reference, body), 201),
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/cases/:reference/deny-list/:entry/removal',
    summary: 'Take somebody off the list again',
    audit: 'removeDenyEntry',
    schema: { params: caseParams.extend({ entry: idSchema }), body: nothing },
    answers: administeredAnswers(200),
    handler: async ({ params, ...request }, deps) =>
      administered(await removeDeny(deps, request, params.reference, params.entry), 200),
  }),
];
