import type { Page } from '../../definePage.ts';
import { assessmentsPages } from './assessmentsPages.ts';
import { idvaPages } from './idvaPages.ts';
import { outagesPages } from './outagesPages.ts';
import { reportsPage } from './page.ts';
import { escalationsPages, punctualityPages } from './punctualityReports.ts';
import { overridesPages, repeatsPages } from './registerPages.ts';
import { returnPages } from './returnPages.ts';

/** Every report that is figures and registers, each with its file. */
export const reportPages: readonly Page[] = [
  reportsPage,
  ...punctualityPages,
  ...escalationsPages,
  ...returnPages,
  ...assessmentsPages,
  ...idvaPages,
  ...repeatsPages,
  ...overridesPages,
  ...outagesPages,
];
