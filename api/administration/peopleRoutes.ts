import { z } from 'zod';
import { awaySchema, containingSchema, endSchema, personSchema, postSchema } from '../../contracts/administration.ts';
import { idSchema } from '../../contracts/text.ts';
import { practitionerRecordView, practitionerSummaryView } from '../../contracts/views/administrationViews.ts';
import {
  addPerson,
  changePerson,
  endAccess,
  listRegistered,
  readRegistered,
} from '../../usecases/administration/people.ts';
import { addPost, endPost, enterAway, removeAway } from '../../usecases/administration/posts.ts';
import { found } from '../answers.ts';
import { defineRoute } from '../defineRoute.ts';
import { administered, administeredAnswers, nothing } from './administered.ts';

const common = { tag: 'Administration', permission: 'managePeople' } as const;
const personParams = z.object({ practitioner: idSchema });
const limit = 100;

/** People, their posts and absences, kept by the system administrator. */
export const administrationPeopleRoutes = [
  defineRoute({
    ...common,
    method: 'get',
    path: '/administration/people',
    summary: 'Everybody who is registered, by name, those who have left too',
    audit: 'readRegistered',
    schema: {
      query: z.strictObject({ containing: containingSchema, after: idSchema.optional() }),
    },
    answers: [
      {
        status: 200,
        description: 'A page of people; send `next` as `after`.',
        schema: z.object({ items: z.array(practitionerSummaryView), next: z.uuid().nullable() }),
      },
    ],
    handler: async ({ query: { containing, after = null }, ...asking }, deps) =>
      found(await listRegistered(deps, asking, { containing, after, limit })),
  }),
  defineRoute({
    ...common,
    method: 'get',
    path: '/administration/people/:practitioner',
    summary: 'Somebody with every post they hold, held or will hold, and their absences',
    audit: 'readRegistered',
    schema: { params: personParams },
    answers: [{ status: 200, description: 'Them.', schema: practitionerRecordView }],
    handler: async ({ params, ...asking }, deps) => {
      const read = await readRegistered(deps, asking, params.practitioner);
      return read.ok ? found(read.view) : read;
    },
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/administration/people',
    summary: 'Register somebody; they can do nothing before they hold a post',
    audit: 'addPerson',
    schema: { body: personSchema },
    answers: administeredAnswers(201),
    handler: async ({ body, ...request }, deps) => administered(await addPerson(deps, request, body), 201),
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/administration/people/:practitioner/details',
    summary: 'Change what somebody is called, reached by or signs in as',
    audit: 'changePerson',
    schema: { params: personParams, body: personSchema },
    answers: administeredAnswers(200),
    handler: async ({ params, body, ...request }, deps) =>
      administered(await changePerson(deps, request, params.practitioner, body), 200),
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/administration/people/:practitioner/end',
    summary: 'Set the last day somebody works here, or end their access now with every session',
    audit: 'endAccess',
    schema: { params: personParams, body: endSchema },
    answers: administeredAnswers(200),
    handler: async ({ params, body, ...request }, deps) =>
      administered(await endAccess(deps, request, params.practitioner, body), 200),
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/administration/people/:practitioner/posts',
    summary: 'Give somebody a post',
    audit: 'addPost',
    schema: { params: personParams, body: postSchema },
    answers: administeredAnswers(201),
    handler: async ({ params, body, ...request }, deps) =>
      administered(await addPost(deps, request, params.practitioner, body), 201),
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/administration/people/:practitioner/posts/:post/end',
    summary: 'Set the last day of a post, or end it now',
    audit: 'endPost',
    schema: { params: personParams.extend({ post: idSchema }), body: endSchema },
    answers: administeredAnswers(200),
    handler: async ({ params: { practitioner: practitionerId, post: postId }, body, ...request }, deps) =>
      administered(await endPost(deps, request, { practitionerId, postId }, body), 200),
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/administration/people/:practitioner/absences',
    summary: 'Enter that somebody is away, and who stands in',
    audit: 'enterAbsence',
    schema: { params: personParams, body: awaySchema },
    answers: administeredAnswers(201),
    handler: async ({ params, body, ...request }, deps) =>
      administered(await enterAway(deps, request, params.practitioner, body), 201),
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/administration/people/:practitioner/absences/:absence/removal',
    summary: 'Take back that somebody is away',
    audit: 'removeAbsence',
    schema: { params: personParams.extend({ absence: idSchema }), body: nothing },
    answers: administeredAnswers(200),
    handler: async ({ params: { practitioner: practitionerId, absence: absenceId }, ...request }, deps) =>
      administered(await removeAway(deps, request, { practitionerId, absenceId }), 200),
  }),
];
