import type { AdministrationField } from '../fields.ts';

/** What is known of somebody who works here. */
export const personFields: readonly AdministrationField[] = [
  { kind: 'line', name: 'name', label: 'Name' },
  { kind: 'line', name: 'email', label: 'Work mail address', hint: 'Reminders go here, with references and no names.' },
  {
    kind: 'line',
    name: 'subject',
    label: 'Sign-in',
    hint: 'What your issuer of sign-ins calls them: the “sub” of their token. See docs/sign-in.md.',
  },
];

export const personMissing = {
  name: 'Write their name.',
  email: 'Write their work mail address.',
  subject: 'Write what their sign-in calls them.',
};
