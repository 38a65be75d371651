import { definePage } from '../../definePage.ts';

/** Where the system administrator begins: who works here, and where. No case is seen from here. */
export const administrationPage = definePage({
  path: '/administration',
  permission: 'managePeople',
  audit: 'readAdministration',
  view: 'administration/view.njk',
  navigation: { label: 'Administration', order: 90 },
  show: () => Promise.resolve({ ok: true, title: 'Administration', data: {} }),
});
