import { reason, type CommandForm } from './commandForm.ts';

/** How long the record of an ended case is kept, and its erasure. */
export const retentionForms: readonly CommandForm[] = [
  {
    path: '/retention',
    label: 'Keep the record until another review',
    before: 'Keep it where it may still be needed: for somebody’s safety, for a court, for a review of what happened.',
    button: 'Keep the record',
    done: 'The record is kept. You are reminded before its next review.',
    fields: [
      {
        ...{ kind: 'date', name: 'until', label: 'When is it reviewed again?' },
        hint: 'No further ahead than it was kept at first: 7 years, unless your area has set something else.',
      },
      reason,
    ],
  },
  {
    path: '/erasure',
    label: 'Erase the record',
    before:
      'Every word about this case goes, and who it was about, unless they are in another record. Dates, codes and figures stay, and so does the record of who did what. This cannot be undone by anybody. The page of the case says how much goes.',
    button: 'Erase it for good',
    done: 'The record is erased. Dates, codes and figures stay.',
    grave: true,
    fields: [],
  },
];
