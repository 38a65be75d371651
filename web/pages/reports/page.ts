import { definePage } from '../../definePage.ts';
import { reports } from './reportNames.ts';

/** Where every report is found. */
export const reportsPage = definePage({
  path: '/reports',
  permission: 'readReports',
  audit: 'readReport',
  view: 'reports/view.njk',
  navigation: { label: 'Reports', order: 90, aside: true },
  show: () => Promise.resolve({ ok: true as const, title: 'Reports', data: { reports } }),
});
