import { choicesOf, pauseLabels, riskLabels } from '../wording/labels.ts';
import { note, reason, type CommandForm, type Field } from './commandForm.ts';

const owner: Field = {
  kind: 'person',
  name: 'owner',
  label: 'Who does it (optional)',
  hint: 'Left out: whoever represents the agency.',
};
const due: Field = { kind: 'dueMoment', name: 'due', label: 'Due by' };

/** Actions, and the clocks that run on them and on everything else. */
export const actionForms: readonly CommandForm[] = [
  {
    path: '/actions',
    label: 'Set an action',
    button: 'Set the action',
    done: 'The action is set, and its agency is told.',
    fields: [
      { kind: 'text', name: 'description', label: 'What is to be done?', max: 2_000 },
      { kind: 'agency', name: 'agency', label: 'Which agency does it?' },
      owner,
      { kind: 'select', name: 'risk', label: 'Which risk does it meet?', choices: choicesOf(riskLabels) },
      { kind: 'yes', name: 'urgent', label: 'It is urgent: due in 24 hours, to the minute' },
      { ...due, label: 'Due by (optional)', hint: 'Left out: by the policy of the area.' },
    ],
  },
  {
    path: '/actions/:actionId/completion',
    label: 'It is done',
    button: 'Record that it is done',
    done: 'The action is completed.',
    fields: [note],
  },
  {
    path: '/actions/:actionId/not-possible',
    label: 'No longer possible',
    before: 'Circumstances changed, and nobody failed. If the agency did not do it, say that instead.',
    button: 'End the action',
    done: 'The action has ended: it is no longer possible.',
    fields: [reason],
  },
  {
    path: '/actions/:actionId/not-done',
    label: 'The agency did not do it',
    button: 'End the action as not done',
    done: 'The action has ended: it was not done.',
    fields: [reason],
  },
  {
    path: '/actions/:actionId/reassignment',
    label: 'Give it to somebody else',
    button: 'Give it to them',
    done: 'The action has gone to somebody else.',
    fields: [{ kind: 'agency', name: 'agency', label: 'Agency' }, owner, reason],
  },
  {
    path: '/actions/:actionId/due-date',
    label: 'Move its date',
    before: 'Its reminders begin again. The first date, who moved it and why stay in the record.',
    button: 'Move the date',
    done: 'The date has moved.',
    fields: [due, reason],
  },
  {
    path: '/actions/:actionId/extension',
    label: 'Give it more time',
    button: 'Give it more time',
    done: 'The action has more time.',
    fields: [due, reason],
  },
  {
    path: '/clocks/:clockId/pause',
    label: 'Pause',
    button: 'Pause it',
    done: 'The clock is paused.',
    fields: [{ kind: 'radios', name: 'reason', label: 'Why?', choices: choicesOf(pauseLabels) }, note],
  },
  {
    path: '/clocks/:clockId/resumption',
    label: 'Let it run on',
    button: 'Let it run on',
    done: 'The clock runs on.',
    fields: [],
  },
  {
    path: '/clocks/:clockId/acknowledgement',
    label: 'I know; remind me again later',
    before: 'This quiets the ladder until you look again. It ends nothing: only an outcome does.',
    button: 'Acknowledge it',
    done: 'It is acknowledged.',
    fields: [
      { kind: 'date', name: 'until', label: 'When do you look at it again?', hint: 'At most 7 days from now.' },
      reason,
    ],
  },
];
