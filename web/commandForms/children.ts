import { choicesOf, schoolResultLabels } from '../wording/labels.ts';
import { note, type CommandForm } from './commandForm.ts';

/** What is owed to the children of a case beside the notification itself. */
export const childrenForms: readonly CommandForm[] = [
  {
    path: '/child-services',
    label: 'Say which children’s services answer for a child',
    before:
      'No children’s services are on record for the address. Until somebody says which they are, nobody can be notified.',
    button: 'Record the services',
    done: 'The services are recorded. Notify them next.',
    fields: [
      { kind: 'child', which: 'uncovered', name: 'child', label: 'Which child?' },
      { kind: 'agency', name: 'services', label: 'Which services?' },
    ],
  },
  {
    path: '/school-tellings',
    label: 'Record what the schools were told',
    before:
      'Tell the school once for all children of the family who go there. Say no more than it needs to keep them safe.',
    button: 'Record it',
    done: 'It is recorded.',
    fields: [
      { kind: 'children', which: 'atSchool', name: 'children', label: 'Which children?' },
      { kind: 'radios', name: 'result', label: 'What was done?', choices: choicesOf(schoolResultLabels) },
      note,
    ],
  },
];
