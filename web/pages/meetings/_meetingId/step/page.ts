import type { z } from 'zod';
import { problem } from '../../../../../contracts/problemCode.ts';
import { getMeeting } from '../../../../../usecases/meetings/getMeeting.ts';
import type { MeetingCommand } from '../../../../../usecases/meetings/meetingCommand.ts';
import { meetingCommands } from '../../../../../usecases/meetings/meetingCommands.ts';
import { offeredSteps } from '../../../../../usecases/meetings/offeredSteps.ts';
import { sendMeetingCommand } from '../../../../../usecases/meetings/sendMeetingCommand.ts';
import type { CommandBody } from '../../../../../usecases/commands/caseCommand.ts';
import { readNames } from '../../../../../usecases/office/readNames.ts';
import { formPageData } from '../../../../commandForms/formPageData.ts';
import type { CommandForm } from '../../../../commandForms/commandForm.ts';
import { stepFormOf } from '../../../../commandForms/meetingSteps.ts';
import { missingWords } from '../../../../commandForms/missingWords.ts';
import { fieldOnPage, readCommandFields } from '../../../../commandForms/readCommandFields.ts';
import { definePage, type Page } from '../../../../definePage.ts';
import { dayFromNow } from '../../../../wording/days.ts';
import { meetingAsSeen } from '../asSeen.ts';
import { meetingParams } from '../meetingParams.ts';
import { sentFromMeeting } from '../sentFromMeeting.ts';

/** One page for every step of a meeting that has a form, made from the table of commands as the API's routes are. */
export const meetingStepPages: readonly Page[] = meetingCommands.flatMap((command) => {
  const form = stepFormOf(command);
  return form ? [pageOf(command, form)] : [];
});

function pageOf(command: MeetingCommand, form: CommandForm): Page {
  return definePage({
    path: `/meetings/:meetingId${command.path}`,
    permission: command.permission,
    audit: command.type,
    params: meetingParams,
    view: 'formPage.njk',
    show: async ({ actor, params, route, now }, deps) => {
      const read = await getMeeting(deps, actor, params.meetingId, route);
      if (!read.ok) return read;
      const offered = await offeredSteps(deps, actor, read.view);
      if (!offered.includes(command)) return problem('NOT_FOUND');
      const names = await readNames(deps);
      const data = formPageData({
        back: { text: 'The meeting', href: `/meetings/${params.meetingId}` },
        caption: `${names.area(read.view.area)}, ${dayFromNow(read.view.on, now)}`,
        before: form.before,
        grave: form.grave,
        fields: form.fields.map((field) => ({ choices: [], ...field })),
        withWhen: true,
        button: form.button,
      });
      return { ok: true, title: form.label, data, seen: meetingAsSeen(read.view) };
    },
    form: {
      schema: command.schema as z.ZodType<CommandBody>,
      read: (fields) => readCommandFields(form, fields),
      fieldOf: (at, fields) => fieldOnPage(form, at, fields),
      missing: missingWords(form),
      act: async ({ actor, route, key, bodyHash, params, body, stillAsSeen }, deps) => {
        const address = { meetingId: params.meetingId, subjectId: null, expectedRevision: null };
        const request = { actor, route, key, bodyHash, stillAsSeen };
        const result = await sendMeetingCommand(deps, request, command, address, body);
        return sentFromMeeting(result, `/meetings/${params.meetingId}`, form.done);
      },
    },
  });
}
