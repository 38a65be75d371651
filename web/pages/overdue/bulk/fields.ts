import { note, reason, type Field } from '../../../commandForms/commandForm.ts';

const after = (is: string) => ({ name: 'what', is });

/** What may be done with several duties at once, and what has to be said for each. */
export const bulkFields: readonly Field[] = [
  {
    kind: 'radios',
    name: 'what',
    label: 'What do you do with them?',
    choices: [
      { value: 'chased', text: 'I have chased them: remind me again', hint: 'It ends nothing; only an outcome does.' },
      { value: 'move', text: 'Move the date', hint: 'Actions only. The first date and why stay in the record.' },
      { value: 'reassign', text: 'Give them to somebody else', hint: 'Actions only.' },
      { value: 'done', text: 'They are done', hint: 'Actions only.' },
      { value: 'notDone', text: 'The agency did not do them', hint: 'Actions only: they end as not done.' },
    ],
  },
  {
    kind: 'date',
    name: 'until',
    label: 'When do you look again?',
    hint: 'At most 7 days from now.',
    only: after('chased'),
  },
  { ...reason, as: 'whyChased', label: 'What did you do?', only: after('chased') },
  { kind: 'dueMoment', name: 'due', label: 'Due by', only: after('move') },
  { ...reason, as: 'whyMoved', only: after('move') },
  { kind: 'agency', name: 'agency', label: 'Which agency?', only: after('reassign') },
  { kind: 'person', name: 'owner', label: 'Who? (optional)', only: after('reassign') },
  { ...reason, as: 'whyReassigned', only: after('reassign') },
  { ...note, only: after('done') },
  { ...reason, as: 'whyNotDone', only: after('notDone') },
];
