import type { Page } from '../../definePage.ts';
import { notReferredPage } from './_assessment/notReferred/page.ts';
import { assessmentPage } from './_assessment/page.ts';
import { referralOfAssessmentPage } from './_assessment/referral/page.ts';
import { newAssessmentPage } from './new/page.ts';
import { assessmentsPage } from './page.ts';

/** The pages about assessments that stand alone. */
export const assessmentPages: readonly Page[] = [
  assessmentsPage,
  newAssessmentPage,
  assessmentPage,
  referralOfAssessmentPage,
  notReferredPage,
];
