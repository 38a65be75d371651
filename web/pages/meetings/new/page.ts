import { newMeetingSchema } from '../../../../contracts/meeting.ts';
import { areasHeldAs } from '../../../../domain/access/actor.ts';
import { officePermissions } from '../../../../domain/access/permission.ts';
import { addMeeting } from '../../../../usecases/meetings/addMeeting.ts';
import { readCodes } from '../../../../usecases/office/codes.ts';
import { listAreas } from '../../../../usecases/office/listOffice.ts';
import type { AnswerableField } from '../../../commandForms/commandForm.ts';
import { formPageData } from '../../../commandForms/formPageData.ts';
import { missingWords } from '../../../commandForms/missingWords.ts';
import { readCommandFields } from '../../../commandForms/readCommandFields.ts';
import { definePage } from '../../../definePage.ts';
import { choicesOf } from '../../../wording/labels.ts';
import { meetingKindLabels } from '../../../wording/meetings.ts';

const { ordinary: _ordinary, ...kinds } = meetingKindLabels;
const fields: readonly AnswerableField[] = [
  { kind: 'select', name: 'area', label: 'Area', choices: [] },
  {
    kind: 'radios',
    name: 'kind',
    label: 'What kind of meeting?',
    choices: choicesOf(kinds).map((choice) =>
      choice.value === 'emergency'
        ? { ...choice, hint: 'Within 2 working days. Its list is locked at once and takes the cases called to it.' }
        : { ...choice, hint: 'Stands beside the pattern of the area, and takes cases until its cut-off.' },
    ),
  },
  { kind: 'moment', name: 'startsAt', label: 'When does it begin?', choices: [] },
  {
    kind: 'number',
    name: 'capacity',
    label: 'How many cases can it take? (optional)',
    hint: 'Left out: by the policy of the area.',
    choices: [],
  },
];

/** Calls a meeting beside the pattern of its area. */
export const newMeetingPage = definePage({
  path: '/meetings/new',
  permission: 'manageMeetings',
  audit: 'addMeeting',
  view: 'formPage.njk',
  show: async ({ actor }, deps) => {
    const [areas, codes] = await Promise.all([listAreas(deps), readCodes(deps)]);
    const held = areasHeldAs(actor, officePermissions.manageMeetings);
    const own = areas.filter(({ code }) => held === 'all' || held.includes(codes.areaId(code) ?? ''));
    const choices = own.map(({ code, name }) => ({ value: code, text: name }));
    const asked = fields.map((field) => (field.name === 'area' ? { ...field, choices } : field));
    const back = { text: 'Meetings', href: '/meetings' };
    const data = formPageData({ back, fields: asked, button: 'Call the meeting' });
    return { ok: true, title: 'Call an extra or emergency meeting', data };
  },
  form: {
    schema: newMeetingSchema,
    read: (typed) => readCommandFields({ fields }, typed),
    missing: missingWords({ fields }),
    act: async ({ actor, route, key, bodyHash, body }, deps) => {
      const added = await addMeeting(deps, { actor, route, key, bodyHash }, body);
      if (!added.ok) return added;
      if ('pending' in added) return { ok: true, to: '/meetings', pending: added.pending.command.id };
      return { ok: true, to: `/meetings/${added.view.meetingId}`, notice: 'The meeting is called.' };
    },
  },
});
