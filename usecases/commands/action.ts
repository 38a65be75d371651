import type { z } from 'zod';
import * as body from '../../contracts/action.ts';
import type { NewAction } from '../../domain/lifecycle/payloads/actions.ts';
import { caseCommand, type Desk, type NamedInBody } from './caseCommand.ts';

type ActionFields = Omit<z.output<typeof body.newActionSchema>, 'occurredAt'>;

/** An action as the engine sees it; its words stay behind as content. */
export function newAction(action: ActionFields, name: string, desk: Desk): NewAction {
  const { agency, owner, risk, description, urgent, due } = action;
  return {
    actionId: desk.id(name),
    agencyId: desk.agency(agency),
    ownerId: owner ?? null,
    riskCode: risk,
    urgent,
    due: due ?? null,
    contentId: desk.keep('action', description, `${name}/words`),
  };
}

/** Who an action names. */
export function namedInAction({ agency, owner }: Pick<ActionFields, 'agency' | 'owner'>): NamedInBody {
  return { agencies: [agency], practitioners: owner ? [owner] : [] };
}

const anAction = '/actions/:actionId';

/** Actions, at any stage of a case. */
export const actionCommands = [
  caseCommand({
    type: 'setAction',
    path: '/actions',
    summary: 'Set an action, before the meeting too',
    schema: body.newActionSchema,
    whose: 'named',
    creates: ({ actionId }) => ({ actionId }),
    named: namedInAction,
    payload: (action, desk) => newAction(action, 'action', desk),
  }),
  caseCommand({
    type: 'completeAction',
    path: `${anAction}/completion`,
    summary: 'Complete an action, late too',
    whose: 'action',
    schema: body.actionCompletionSchema,
    versionOf: 'action',
    payload: ({ note }, desk) => ({ actionId: desk.subjectId, noteId: desk.keepIfAny('note', note) }),
  }),
  caseCommand({
    type: 'recordActionNotPossible',
    path: `${anAction}/not-possible`,
    summary: 'End an action that circumstances have overtaken',
    whose: 'action',
    schema: body.actionReasonSchema,
    versionOf: 'action',
    payload: ({ reason }, desk) => ({ actionId: desk.subjectId, reasonId: desk.keep('reason', reason) }),
  }),
  caseCommand({
    type: 'recordActionNotDone',
    path: `${anAction}/not-done`,
    summary: 'End an action that the agency did not do',
    whose: 'action',
    schema: body.actionReasonSchema,
    versionOf: 'action',
    payload: ({ reason }, desk) => ({ actionId: desk.subjectId, reasonId: desk.keep('reason', reason) }),
  }),
  caseCommand({
    type: 'reassignAction',
    path: `${anAction}/reassignment`,
    summary: 'Give an action to another agency or owner',
    whose: 'action',
    schema: body.reassignmentSchema,
    ifMatch: 'required',
    versionOf: 'action',
    named: namedInAction,
    payload: ({ agency, owner, reason }, desk) => ({
      actionId: desk.subjectId,
      agencyId: desk.agency(agency),
      ownerId: owner ?? null,
      reasonId: desk.keep('reason', reason),
    }),
  }),
  caseCommand({
    type: 'moveActionDue',
    path: `${anAction}/due-date`,
    summary: 'Move the due date of an action; its reminders begin again',
    whose: 'action',
    schema: body.dueDateSchema,
    ifMatch: 'required',
    versionOf: 'action',
    payload: ({ due, reason }, desk) => ({
      actionId: desk.subjectId,
      due,
      extension: false,
      reasonId: desk.keep('reason', reason),
    }),
  }),
  caseCommand({
    type: 'moveActionDue',
    path: `${anAction}/extension`,
    summary: 'Give an action more time',
    whose: 'action',
    schema: body.dueDateSchema,
    ifMatch: 'required',
    versionOf: 'action',
    payload: ({ due, reason }, desk) => ({
      actionId: desk.subjectId,
      due,
      extension: true,
      reasonId: desk.keep('reason', reason),
    }),
  }),
];
