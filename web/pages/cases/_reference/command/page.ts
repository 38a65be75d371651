import { z } from 'zod';
import { referenceParam } from '../../../../../contracts/address.ts';
import { problem, type RequestProblem } from '../../../../../contracts/problemCode.ts';
import { idSchema } from '../../../../../contracts/text.ts';
import { type CaseToWorkOn, getCaseToWorkOn } from '../../../../../usecases/cases/getCase.ts';
import { latestChange } from '../../../../../usecases/cases/latestChange.ts';
import { offeredCommands } from '../../../../../usecases/cases/offeredCommands.ts';
import type { CaseCommand, CommandBody } from '../../../../../usecases/commands/caseCommand.ts';
import { caseCommands } from '../../../../../usecases/commands/caseCommands.ts';
import type { Dependencies } from '../../../../../usecases/dependencies.ts';
import { sendCaseCommand } from '../../../../../usecases/sendCaseCommand.ts';
import type { CommandForm } from '../../../../commandForms/commandForm.ts';
import { formOf } from '../../../../commandForms/commandForms.ts';
import { missingWords } from '../../../../commandForms/missingWords.ts';
import { fieldOnPage, readCommandFields } from '../../../../commandForms/readCommandFields.ts';
import { definePage, type Done, type FormInput, type Page, type PageInput } from '../../../../definePage.ts';
import { momentWords } from '../../../../wording/days.ts';
import { readNames, readPractitionerNames } from '../../../../../usecases/office/readNames.ts';
import { practitionersIn } from '../present.ts';
import { answerable } from './answerable.ts';
import { caseAsSeen } from './caseAsSeen.ts';
import { presentCommand, blockingWords } from './present.ts';

type Params = Readonly<Record<string, string>> & { readonly reference: string };

/** Somebody who comes from their tasks goes back to them when it is done. */
const whereNext = z.object({ then: z.literal('tasks').optional().catch(undefined) });
type Query = z.output<typeof whereNext>;

/** One page for every command about a case that has a form, made from the table of commands as the API's routes are. */
export const commandPages: readonly Page[] = caseCommands.flatMap((command) => {
  const form = formOf(command);
  return form ? [pageOf(command, form)] : [];
});

function pageOf(command: CaseCommand, form: CommandForm): Page {
  const [subject] = [...command.path.matchAll(/:(\w+)/g)].map(([, name]) => name);
  const shape = { reference: referenceParam, ...(subject === undefined ? {} : { [subject]: idSchema }) };
  const subjectIn = (params: Params) => (subject === undefined ? null : (params[subject] ?? null));
  return definePage<Params, Query, CommandBody>({
    path: `/cases/:reference${command.path}`,
    permission: command.permission,
    audit: command.type,
    params: z.object(shape),
    query: whereNext,
    view: 'cases/_reference/command/view.njk',
    show: async (input, deps) => show(command, form, subjectIn(input.params), input, deps),
    form: {
      schema: command.schema as z.ZodType<CommandBody>,
      read: (fields) => readCommandFields(form, fields),
      fieldOf: (at, fields) => fieldOnPage(form, at, fields),
      missing: missingWords(form),
      act: async (input, deps) => act(command, form, subjectIn(input.params), input, deps),
    },
  });
}

async function show(
  command: CaseCommand,
  form: CommandForm,
  subjectId: string | null,
  { actor, params, route, now }: PageInput<Params, Query>,
  deps: Dependencies,
) {
  const read = await getCaseToWorkOn(deps, { actor, route, reference: params.reference });
  if (!read.ok) return read;
  const { view } = read;
  if (!isOffered(read, command, subjectId)) return problem('NOT_FOUND');
  const fields = await answerable(deps, form, view, now);
  const data = await presentCommand(deps, { form, fields, view, subjectId, now });
  const { version, isAction } = versionFor(command, view, subjectId);
  if (version === undefined) return { ok: true as const, title: form.label, data };
  const names = await readNames(deps);
  const nameOf = await readPractitionerNames(deps, practitionersIn(view));
  const seen = caseAsSeen(view, isAction ? subjectId : null, { names, nameOf, now });
  return { ok: true as const, title: form.label, data, version, seen };
}

/** The version of what is changed, where the command asks that nobody has changed it meanwhile. */
function versionFor(
  { ifMatch, versionOf }: CaseCommand,
  view: { readonly revision: number; readonly actions: readonly { actionId: string; revision: number }[] },
  subjectId: string | null,
): { readonly version?: number; readonly isAction: boolean } {
  if (ifMatch !== 'required') return { isAction: false };
  const action = view.actions.find(({ actionId }) => actionId === subjectId);
  if (versionOf === 'action' && action) return { version: action.revision, isAction: true };
  return { version: view.revision, isAction: false };
}

async function act(
  command: CaseCommand,
  form: CommandForm,
  subjectId: string | null,
  input: FormInput<Params, Query, CommandBody>,
  deps: Dependencies,
): Promise<Done> {
  const { actor, params, route, key, bodyHash, version, body, now } = input;
  const { reference } = params;
  const address = { reference, subjectId, expectedRevision: version };
  const result = await sendCaseCommand(deps, { actor, route, key, bodyHash }, command, address, body);
  const to = input.query.then === 'tasks' ? '/tasks' : `/cases/${reference}`;
  if (result.ok)
    return result.status === 'pending'
      ? { ok: true, to, pending: result.command.id }
      : { ok: true, to, notice: form.done };
  if (result.blocking) return withBlocking(deps, input, result);
  if (result.code === 'CHANGED_MEANWHILE' || (await isOvertaken(deps, command, subjectId, input)))
    return { ...result, parts: await changeWords(deps, reference, now) };
  return result;
}

/** Whether something happened after which nobody is offered this any more; said to those alone who may read what happened. */
async function isOvertaken(
  deps: Dependencies,
  command: CaseCommand,
  subjectId: string | null,
  { actor, params, route }: PageInput<Params, Query>,
): Promise<boolean> {
  const read = await getCaseToWorkOn(deps, { actor, route, reference: params.reference });
  return read.ok && read.may('readAudit') && !isOffered(read, command, subjectId);
}

function isOffered({ view, may }: CaseToWorkOn, command: CaseCommand, subjectId: string | null): boolean {
  return offeredCommands(view, may).some((each) => each.command === command && each.subjectId === subjectId);
}

async function changeWords(deps: Dependencies, reference: string, now: string) {
  const change = await latestChange(deps, { reference });
  if (!change) return [];
  return [{ at: '', problem: `Last, ${momentWords(change.at, now)}, by ${change.by}: ${change.what}` }];
}

/** What stands in the way, in words. */
async function withBlocking(
  deps: Dependencies,
  { actor, params, route, now }: PageInput<Params, Query>,
  refused: RequestProblem,
): Promise<RequestProblem> {
  const read = await getCaseToWorkOn(deps, { actor, route, reference: params.reference });
  return read.ok ? { ...refused, parts: blockingWords(refused.blocking ?? [], read.view, now) } : refused;
}
