import { note, reason, type CommandForm } from './commandForm.ts';

/** How a case ends, begins again, or is taken over. */
export const closingForms: readonly CommandForm[] = [
  {
    path: '/closure',
    label: 'Close the case at MARAC',
    before:
      'It can be closed when every action and every task of the adviser has come to something. The flag runs on; closed does not mean that the risk is gone.',
    button: 'Close the case',
    done: 'The case is closed at MARAC. The flag runs on.',
    fields: [
      { ...reason, label: 'Why now? (optional)' },
      { kind: 'disposals', name: 'liveDates', label: 'Orders, hearings and bail that still stand' },
    ],
  },
  {
    path: '/reopening',
    label: 'Reopen the case',
    button: 'Reopen the case',
    done: 'The case is open again.',
    fields: [reason],
  },
  {
    path: '/caught-up',
    label: 'Declare it caught up',
    before: 'The case was taken over. From now on it reminds people of what is due.',
    button: 'Declare it caught up',
    done: 'The case is caught up; reminders begin.',
    fields: [],
  },
  {
    path: '/death',
    label: 'Record that the victim has died',
    before:
      'All contact and every reminder about contact stop, in every case of this victim. The record is frozen and held, and those who decide on a homicide review are told. Recorded by mistake it can be taken back, but whoever ought to be in contact meanwhile is not.',
    button: 'Record the death',
    done: 'The death is recorded. Contact has stopped and the record is frozen.',
    grave: true,
    fields: [note],
  },
  {
    path: '/death-withdrawal',
    label: 'Take the death back: it was recorded by mistake',
    before:
      'Make sure first, from somebody who knows, that the victim lives. In every case of this victim the legal hold ends: contact and reminders begin anew today, and a case that was closed since is reopened; of any other that has ended only the record is reviewed. Everybody who was told of the death is told of the mistake. A transfer that was under way has to be sent again. The record keeps both.',
    button: 'Take the death back',
    done: 'The death is taken back. The record is held no more, and what is owed counts from today.',
    grave: true,
    fields: [
      {
        ...reason,
        label: 'How do you know that the victim lives?',
        hint: 'And how the mistake came about, as far as you know.',
      },
    ],
  },
];
