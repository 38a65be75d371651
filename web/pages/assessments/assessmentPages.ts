import type { Page } from '../../definePage.ts';
import { assessmentPage } from './_assessment/page.ts';
import { referralOfAssessmentPage } from './_assessment/referral/page.ts';
import { assessmentStepPages } from './_assessment/stepPages.ts';
import { newAssessmentPage } from './new/page.ts';
import { assessmentsPage } from './page.ts';

/** The pages about assessments that stand alone. */
export const assessmentPages: readonly Page[] = [
  assessmentsPage,
  newAssessmentPage,
  assessmentPage,
  referralOfAssessmentPage,
  ...assessmentStepPages,
];
