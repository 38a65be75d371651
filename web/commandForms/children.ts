import { choicesOf, schoolResultLabels } from '../wording/labels.ts';
import { type CommandForm, type Field, note, reason } from './commandForm.ts';

const named: readonly Field[] = [
  { kind: 'line', name: 'givenNames', label: 'Given names' },
  { kind: 'line', name: 'familyName', label: 'Family name' },
  { kind: 'date', name: 'dateOfBirth', label: 'Date of birth' },
];

/** Where the child lives and goes to school, each where it is known. */
const around: readonly Field[] = [
  {
    kind: 'lines',
    name: 'address.lines',
    label: 'Address, where the child does not live with the victim (optional)',
    hint: 'One line each, without the postcode',
  },
  {
    kind: 'line',
    name: 'address.postcode',
    label: 'Postcode of that address (optional)',
    hint: 'It decides which children’s services are told.',
  },
  { kind: 'line', name: 'school', label: 'School or nursery (optional)' },
];

const optional = (field: Field): Field => ({ ...field, label: `${field.label} (optional)` });

const expectedOn: Field = { kind: 'date', name: 'expectedOn', label: 'The day they are expected (optional)' };

/** The children of a case: who belongs to it, and what is owed to them beside the notification itself. */
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
  {
    path: '/children',
    label: 'Add a child',
    before:
      'Somebody who was forgotten in the referral, was born since, or is expected. Children’s services, the school and the safety plan follow from it by themselves.',
    button: 'Add the child',
    done: 'The child is added. What is owed for them is among the tasks.',
    fields: [
      {
        kind: 'radios',
        name: 'child',
        label: 'Are they born?',
        choices: [
          { value: 'born', text: 'Born' },
          { value: 'unborn', text: 'Not born yet' },
        ],
      },
      ...[...named, ...around].map((field): Field => ({ ...field, only: { name: 'child', is: 'born' } })),
      { ...expectedOn, only: { name: 'child', is: 'unborn' } },
    ],
  },
  {
    path: '/child-corrections',
    label: 'Put right what stands of a child',
    before:
      'Write only what is wrong or new; what you leave empty stays as it is. A child who has been born is given names and a date of birth. Another address or school is told anew.',
    button: 'Put it right',
    done: 'It is put right. What follows from it is among the tasks.',
    fields: [
      { kind: 'child', which: 'any', name: 'child', label: 'Which child?' },
      ...named.map(optional),
      ...around,
      expectedOn,
    ],
  },
  {
    path: '/child-removals',
    label: 'Take out a child added by mistake',
    before: [
      'For somebody who is no child of this family. A school that was told has to hear it from you.',
      'What was owed to them falls away, a notification that has not left does not leave, and services that have been notified are told that it was a mistake. What has happened stays in the history.',
    ],
    button: 'Take the child out',
    done: 'The child is taken out. Whoever had been notified is told.',
    grave: true,
    fields: [
      { kind: 'child', which: 'any', name: 'child', label: 'Which child?' },
      { ...reason, hint: 'Services that have been notified read it too: say which child is meant.' },
    ],
  },
];
