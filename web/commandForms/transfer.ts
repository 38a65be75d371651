import { note, reason, type CommandForm, type Field } from './commandForm.ts';

const answer: readonly Field[] = [
  {
    kind: 'radios',
    name: 'outcome',
    label: 'The answer is',
    choices: [
      { value: 'accept', text: 'The case is taken over', hint: 'From then on the area that takes it is responsible.' },
      { value: 'refuse', text: 'It is refused', hint: 'The sender stays responsible, and both areas are told.' },
    ],
  },
  { ...note, only: { name: 'outcome', is: 'accept' } },
  { ...reason, label: 'Why is it refused?', only: { name: 'outcome', is: 'refuse' } },
];

/** Transfers to another MARAC, from both sides. */
export const transferForms: readonly CommandForm[] = [
  {
    path: '/transfers',
    label: 'Ask another MARAC to take the case over',
    before:
      'You stay responsible, and every clock runs on, until the other MARAC accepts. Silence for 5 working days and a refusal reach both areas.',
    button: 'Ask for the transfer',
    done: 'The other MARAC is asked. You stay responsible until it accepts.',
    fields: [
      { kind: 'area', name: 'area', label: 'Which area of Kent and Medway? (or a MARAC outside, below)' },
      { kind: 'line', name: 'outside.name', label: 'A MARAC outside, by name (optional)' },
      { kind: 'line', name: 'outside.contact', label: 'How is it reached? (optional)' },
      reason,
    ],
  },
  {
    path: '/transfer-answer',
    label: 'Answer the transfer',
    button: 'Answer',
    done: 'The answer is recorded, and the sender is told.',
    fields: answer,
  },
  {
    path: '/outside-transfer-answer',
    label: 'Record what the MARAC outside answered',
    button: 'Record the answer',
    done: 'The answer is recorded.',
    fields: answer,
  },
  {
    path: '/transfer-withdrawal',
    label: 'Take the transfer back',
    before: 'The case stays where it is.',
    button: 'Take it back',
    done: 'The transfer is withdrawn.',
    fields: [reason],
  },
];
