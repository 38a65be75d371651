import { z } from 'zod';
import { idSchema } from '../../contracts/text.ts';
import type { CommandBody } from '../../usecases/commands/caseCommand.ts';
import type { MeetingCommand } from '../../usecases/meetings/meetingCommand.ts';
import { meetingCommands } from '../../usecases/meetings/meetingCommands.ts';
import { sendMeetingCommand } from '../../usecases/meetings/sendMeetingCommand.ts';
import { commandAnswers, commandReply } from '../answers.ts';
import { defineRoute, type Route } from '../defineRoute.ts';

/** One route for every command about a meeting that is called already, made from the table of commands. */
export const meetingCommandRoutes: readonly Route[] = meetingCommands.map(routeOf);

function routeOf(command: MeetingCommand): Route {
  const ofClock = command.path.includes(':clockId');
  return defineRoute({
    method: 'post',
    path: `/meetings/:meetingId${command.path}`,
    summary: command.summary,
    tag: 'Meetings',
    permission: command.permission,
    audit: command.type,
    schema: { params: paramsWith(ofClock), body: command.schema as z.ZodType<CommandBody> },
    answers: commandAnswers(false),
    ifMatch: 'optional',
    handler: async ({ actor, route, key, bodyHash, version, params, body }, deps) => {
      const { meetingId } = params;
      const address = { meetingId, subjectId: params['clockId'] ?? null, expectedRevision: version };
      const result = await sendMeetingCommand(deps, { actor, route, key, bodyHash }, command, address, body);
      return commandReply(result, { reference: null, created: false });
    },
  });
}

function paramsWith(ofClock: boolean): z.ZodType<Record<string, string> & { meetingId: string }> {
  const clock: string = 'clockId';
  return z.object({ meetingId: idSchema, ...(ofClock ? { [clock]: idSchema } : {}) });
}
