import { z } from 'zod';
import { idSchema } from '../../contracts/text.ts';
import type { CaseCommand, CommandBody } from '../../usecases/commands/caseCommand.ts';
import { caseCommands } from '../../usecases/commands/caseCommands.ts';
import { sendCaseCommand } from '../../usecases/sendCaseCommand.ts';
import { commandAnswers, commandReply } from '../answers.ts';
import { defineRoute, type Route } from '../defineRoute.ts';
import { referenceParam } from '../../contracts/address.ts';

/** One route for every command about a case that exists, made from the table of commands. */
export const caseCommandRoutes: readonly Route[] = caseCommands.map(routeOf);

function routeOf(command: CaseCommand): Route {
  const [subject] = [...command.path.matchAll(/:(\w+)/g)].map(([, name]) => name);
  const created = command.creates !== null;
  return defineRoute({
    method: 'post',
    path: `/cases/:reference${command.path}`,
    summary: command.summary,
    tag: 'Cases',
    permission: command.permission,
    audit: command.type,
    schema: { params: paramsWith(subject), body: command.schema as z.ZodType<CommandBody> },
    answers: commandAnswers(created),
    ifMatch: command.ifMatch,
    handler: async ({ actor, route, key, bodyHash, version, params, body }, deps) => {
      const { reference } = params;
      const subjectId = subject === undefined ? null : (params[subject] ?? null);
      const address = { reference, subjectId, expectedRevision: version };
      const result = await sendCaseCommand(deps, { actor, route, key, bodyHash }, command, address, body);
      return commandReply(result, { reference, created });
    },
  });
}

function paramsWith(subject: string | undefined): z.ZodType<Record<string, string> & { reference: string }> {
  const shape = { reference: referenceParam, ...(subject === undefined ? {} : { [subject]: idSchema }) };
  return z.object(shape);
}
