import { z } from 'zod';
import {
  figureQuerySchema,
  figureSchema,
  holidayQuerySchema,
  holidaySchema,
  ladderQuerySchema,
  ladderSchema,
  patternQuerySchema,
  patternSchema,
  permissionQuerySchema,
  permissionSchema,
} from '../../contracts/policyChange.ts';
import { idSchema } from '../../contracts/text.ts';
import {
  holidayPreviewView,
  patternPreviewView,
  planningPreviewView,
  policyChangeProgressView,
  policyChangeView,
} from '../../contracts/views/policyChangeViews.ts';
import type { Dependencies } from '../../usecases/dependencies.ts';
import { type ChangeEntered, enterChange, undoChange } from '../../usecases/replanning/enterChange.ts';
import { previewChange } from '../../usecases/replanning/previewChange.ts';
import { previewHoliday } from '../../usecases/replanning/previewHoliday.ts';
import { previewPattern } from '../../usecases/replanning/previewPattern.ts';
import { listChanges, readChange } from '../../usecases/replanning/readChanges.ts';
import type { CommandRequest } from '../../usecases/requestIdentity.ts';
import { found } from '../answers.ts';
import { defineRoute, type Reply } from '../defineRoute.ts';

const tag = 'Policy and calendars';
const reads = { tag, permission: 'readPolicyChanges' } as const;
const previews = { ...reads, mayConflict: true } as const;
const changes = { tag, permission: 'changePolicy' } as const;
const changeParams = z.object({ id: idSchema });
const previewAnswers = [
  { status: 200, description: 'What would move, by area and case. Nothing is changed.', schema: planningPreviewView },
];
const progressAnswers = (status: 200 | 201) => [
  { status, description: 'The change, with the result of each case and meeting.', schema: policyChangeProgressView },
];

/** Bank holidays, figures and patterns of meetings that change while cases run: looked at, entered, followed and taken back. */
export const policyChangeRoutes = [
  defineRoute({
    ...reads,
    method: 'get',
    path: '/policy-changes',
    summary: 'The bank holidays, figures and patterns entered while cases ran',
    audit: 'readPolicyChanges',
    schema: {},
    answers: [
      { status: 200, description: 'The latest first.', schema: z.object({ items: z.array(policyChangeView) }) },
    ],
    handler: async (_input, deps) => found({ items: await listChanges(deps) }),
  }),
  defineRoute({
    ...previews,
    method: 'get',
    path: '/policy-changes/bank-holidays/preview',
    summary:
      'What a newly announced bank holiday would move: the meetings that meet it, and dates in everything that runs',
    audit: 'previewHoliday',
    schema: { query: holidayQuerySchema },
    answers: [
      {
        status: 200,
        description: 'What would move, meeting by meeting, by area and case. Nothing is changed.',
        schema: holidayPreviewView,
      },
    ],
    handler: async ({ actor, route, query }, deps) =>
      shown(await previewHoliday(deps, { actor, route }, { what: 'holiday', ...query })),
  }),
  defineRoute({
    ...previews,
    method: 'get',
    path: '/policy-changes/figures/preview',
    summary: 'What another figure of policy would move in everything that runs',
    audit: 'previewFigure',
    schema: { query: figureQuerySchema },
    answers: previewAnswers,
    handler: async ({ actor, route, query }, deps) =>
      shown(await previewChange(deps, { actor, route }, { what: 'figure', ...query })),
  }),
  defineRoute({
    ...previews,
    method: 'get',
    path: '/policy-changes/ladders/preview',
    summary: 'What other steps of a ladder would move in everything that runs',
    audit: 'previewLadder',
    schema: { query: ladderQuerySchema },
    answers: previewAnswers,
    handler: async ({ actor, route, query }, deps) =>
      shown(await previewChange(deps, { actor, route }, { what: 'ladder', ...query })),
  }),
  defineRoute({
    ...previews,
    method: 'get',
    path: '/policy-changes/pause-permissions/preview',
    summary: 'What another permission to pause a duty would move in everything that runs',
    audit: 'previewPermission',
    schema: { query: permissionQuerySchema },
    answers: previewAnswers,
    handler: async ({ actor, route, query }, deps) =>
      shown(await previewChange(deps, { actor, route }, { what: 'permission', ...query })),
  }),
  defineRoute({
    ...previews,
    method: 'get',
    path: '/policy-changes/meeting-patterns/preview',
    summary: 'What another pattern would do to the meetings of an area, and where their cases would go',
    audit: 'previewPattern',
    schema: { query: patternQuerySchema },
    answers: [
      {
        status: 200,
        description: 'What stays, moves, is new and falls away. Nothing is changed.',
        schema: patternPreviewView,
      },
    ],
    handler: async ({ actor, route, query }, deps) =>
      shown(await previewPattern(deps, { actor, route }, { what: 'pattern', ...query })),
  }),
  defineRoute({
    ...changes,
    method: 'post',
    path: '/policy-changes/bank-holidays',
    summary:
      'Announce a bank holiday: it counts at once, meetings that meet it move, and running clocks are planned anew',
    audit: 'announceHoliday',
    schema: { body: holidaySchema },
    answers: progressAnswers(201),
    handler: async ({ body, ...request }, deps) =>
      answered(deps, request, await enterChange(deps, request, { what: 'holiday', ...body }), 201),
  }),
  defineRoute({
    ...changes,
    method: 'post',
    path: '/policy-changes/figures',
    summary: 'Give a figure of policy another number, for running cases too or from a day to come',
    audit: 'changePolicy',
    schema: { body: figureSchema },
    answers: progressAnswers(201),
    handler: async ({ body, ...request }, deps) =>
      answered(deps, request, await enterChange(deps, request, { what: 'figure', ...body }), 201),
  }),
  defineRoute({
    ...changes,
    method: 'post',
    path: '/policy-changes/ladders',
    summary: 'Give a ladder other steps, for running cases too or from a day to come',
    audit: 'changePolicy',
    schema: { body: ladderSchema },
    answers: progressAnswers(201),
    handler: async ({ body, ...request }, deps) =>
      answered(deps, request, await enterChange(deps, request, { what: 'ladder', ...body }), 201),
  }),
  defineRoute({
    ...changes,
    method: 'post',
    path: '/policy-changes/pause-permissions',
    summary: 'Permit a reason to pause a duty, or permit it no longer, for running cases too or from a day to come',
    audit: 'changePolicy',
    schema: { body: permissionSchema },
    answers: progressAnswers(201),
    handler: async ({ body, ...request }, deps) =>
      answered(deps, request, await enterChange(deps, request, { what: 'permission', ...body }), 201),
  }),
  defineRoute({
    ...changes,
    method: 'post',
    path: '/policy-changes/meeting-patterns',
    summary:
      'Let an area meet by another pattern: meetings are called, moved and cancelled, and their cases go with them',
    audit: 'changePolicy',
    schema: { body: patternSchema },
    answers: progressAnswers(201),
    handler: async ({ body, ...request }, deps) =>
      answered(deps, request, await enterChange(deps, request, { what: 'pattern', ...body }), 201),
  }),
  defineRoute({
    ...reads,
    method: 'get',
    path: '/policy-changes/:id',
    summary: 'How far a change has been put to running cases, case by case',
    audit: 'readPolicyChange',
    schema: { params: changeParams },
    answers: progressAnswers(200),
    handler: async ({ actor, route, params }, deps) => shown(await readChange(deps, { actor, route }, params.id)),
  }),
  defineRoute({
    ...changes,
    method: 'post',
    path: '/policy-changes/:id/withdrawal',
    summary: 'Take a change back: what it moved is planned anew without it',
    audit: 'withdrawPolicyChange',
    schema: { params: changeParams, body: z.strictObject({}) },
    answers: progressAnswers(200),
    handler: async ({ params, body: _nothing, ...request }, deps) =>
      answered(deps, request, await undoChange(deps, request, params.id), 200),
  }),
];

type Read = typeof previewChange | typeof previewHoliday | typeof previewPattern | typeof readChange;

function shown(read: Awaited<ReturnType<Read>>): Reply {
  return read.ok ? found(read.view) : read;
}

async function answered(
  deps: Dependencies,
  { actor, route }: CommandRequest,
  entered: ChangeEntered,
  status: 200 | 201,
): Promise<Reply> {
  if (!entered.ok) return entered;
  const read = await readChange(deps, { actor, route }, entered.changeId);
  return read.ok ? { ok: true, status, body: read.view } : read;
}
