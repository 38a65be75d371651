import type { z } from 'zod';
import { researchReturnSchema } from '../../../../../contracts/meetingCommands.ts';
import { isProblem, problem } from '../../../../../contracts/problemCode.ts';
import { isStepWorthOffering } from '../../../../../domain/meetings/possibleSteps.ts';
import { getMeeting } from '../../../../../usecases/meetings/getMeeting.ts';
import { meetingCommandAt } from '../../../../../usecases/meetings/offeredSteps.ts';
import { sendMeetingCommand } from '../../../../../usecases/meetings/sendMeetingCommand.ts';
import { readNames } from '../../../../../usecases/office/readNames.ts';
import { ownAgencyCodes } from '../../../../../usecases/meetings/ownAgencyCodes.ts';
import { formPageData } from '../../../../commandForms/formPageData.ts';
import type { AnswerableField } from '../../../../commandForms/commandForm.ts';
import { missingWords } from '../../../../commandForms/missingWords.ts';
import { fieldOnPage, readCommandFields } from '../../../../commandForms/readCommandFields.ts';
import { definePage } from '../../../../definePage.ts';
import { dayFromNow } from '../../../../wording/days.ts';
import { caseAtMeetingParams } from '../meetingParams.ts';
import { sentFromMeeting } from '../sentFromMeeting.ts';

const command = meetingCommandAt('/research');
const words = { kind: 'text', name: 'words', max: 20_000, choices: [] } as const;
const fields: readonly AnswerableField[] = [
  { kind: 'select', name: 'agency', label: 'For which agency?', choices: [] },
  {
    kind: 'radios',
    name: 'result',
    label: 'What does the agency answer?',
    choices: [
      { value: 'informationHeld', text: 'It holds information' },
      { value: 'nothingKnown', text: 'It knows nothing of these people' },
      { value: 'declined', text: 'It declines to share what it holds' },
    ],
  },
  {
    ...words,
    label: 'What does it know?',
    hint: 'For the meeting alone: it is shown to those who run it, and to nobody else.',
    only: { name: 'result', is: 'informationHeld' },
  },
  { ...words, as: 'whyDeclined', max: 2_000, label: 'Why does it decline?', only: { name: 'result', is: 'declined' } },
];

type Params = z.output<typeof caseAtMeetingParams>;

/** What an agency knows of one case, for the meeting. */
export const researchPage = definePage<Params, unknown, z.output<typeof researchReturnSchema>>({
  path: '/meetings/:meetingId/research/:reference',
  permission: command.permission,
  audit: command.type,
  params: caseAtMeetingParams,
  view: 'formPage.njk',
  show: async ({ actor, params, route, now }, deps) => {
    const read = await getMeeting(deps, actor, params.meetingId, route);
    if (isProblem(read)) return read;
    const { view } = read;
    const own = await ownAgencyCodes(deps, actor);
    const asked = view.research.filter(
      ({ agency, asked: about }) => own.includes(agency) && about.includes(params.reference),
    );
    if (asked.length === 0 || !isStepWorthOffering(command.type, view, now)) return problem('NOT_FOUND');
    const names = await readNames(deps);
    const choices = asked.map(({ agency }) => ({ value: agency, text: names.agency(agency) ?? agency }));
    const answerable = fields.map((field) => (field.name === 'agency' ? { ...field, choices } : field));
    const victim = view.cases.find(({ reference }) => reference === params.reference)?.victim;
    const data = formPageData({
      back: { text: 'The meeting', href: `/meetings/${params.meetingId}` },
      caption: `Case ${params.reference} for ${names.area(view.area)}, ${dayFromNow(view.on, now)}`,
      before: `${victim ? `It is about ${victim}. ` : ''}To know nothing is an answer too; silence is reported.`,
      fields: answerable,
      hidden: { reference: params.reference },
      withWhen: true,
      button: 'Send the answer',
    });
    const [first] = choices;
    const values = choices.length === 1 && first ? { agency: first.value } : {};
    const seen = asked.map(({ agency, silentOn }) => ({
      key: names.agency(agency) ?? agency,
      value: silentOn.includes(params.reference) ? 'Has not answered' : 'Has answered',
    }));
    return { ok: true, title: 'What your agency knows', data, values, seen };
  },
  form: {
    schema: researchReturnSchema,
    read: (sent) => ({ ...(readCommandFields({ fields }, sent) as object), reference: sent['reference'] }),
    fieldOf: (at, sent) => fieldOnPage({ fields }, at, sent),
    missing: missingWords({ fields }),
    act: async ({ actor, route, key, bodyHash, params, body, stillAsSeen }, deps) => {
      const address = { meetingId: params.meetingId, subjectId: null, expectedRevision: null };
      const answer = { ...body, reference: params.reference };
      const request = { actor, route, key, bodyHash, stillAsSeen };
      const result = await sendMeetingCommand(deps, request, command, address, answer);
      return sentFromMeeting(result, `/meetings/${params.meetingId}`, `Your answer about ${params.reference} is kept.`);
    },
  },
});
