import { reason, type CommandForm } from './commandForm.ts';

/** Two records of people, and one person perhaps. */
export const likelyMatchForms: readonly CommandForm[] = [
  {
    path: '/likely-matches/:matchId/decision',
    label: 'Decide whether it is the same person',
    before:
      'Compare what is on record. Where the other record is in a case of another area, speak with its coordinator first. If it is the same person, a suspended contact, the deny list and the flag count for both from this moment on, and a case within the flag becomes a repeat. Nothing is moved, and it can be decided otherwise later.',
    button: 'Record the decision',
    done: 'The decision is recorded. Every case of the two records hears of it.',
    fields: [
      {
        kind: 'radios',
        name: 'answer',
        label: 'Are both records of the same person?',
        choices: [
          { value: 'same', text: 'Yes, it is the same person' },
          { value: 'notSame', text: 'No, they are two people', hint: 'Nobody is asked about these two again.' },
        ],
      },
      { ...reason, label: 'How do you know?' },
    ],
  },
];
