import { choicesOf, liveDateLabels, liveDateOutcomeLabels } from '../wording/labels.ts';
import { note, type CommandForm } from './commandForm.ts';

/** Hearings at court, orders, bail and releases. */
export const courtForms: readonly CommandForm[] = [
  {
    path: '/live-dates',
    label: 'Add a hearing, an order, bail or a release',
    button: 'Add it',
    done: 'It is kept in sight from now on.',
    fields: [
      { kind: 'radios', name: 'kind', label: 'What is it?', choices: choicesOf(liveDateLabels) },
      {
        kind: 'moment',
        name: 'at',
        label: 'When does it take place, or end?',
        hint: 'A hearing needs a date. For the others leave it out where nobody knows yet.',
      },
      { kind: 'line', name: 'where', label: 'Which court or prison? (optional)' },
      note,
    ],
  },
  {
    path: '/live-dates/:liveDateId/outcome',
    label: 'Record what came of it',
    button: 'Record the outcome',
    done: 'The outcome is recorded.',
    fields: [
      { kind: 'select', name: 'outcome', label: 'What came of it?', choices: choicesOf(liveDateOutcomeLabels) },
      note,
    ],
  },
];
