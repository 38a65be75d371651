import type { Page } from '../../definePage.ts';
import { handoverProgressPage } from './_service/handovers/_id/page.ts';
import { takeAbsenceBackPage } from './_service/absences/_absence/page.ts';
import { absencePage } from './absence/page.ts';
import { allocationPage } from './allocation/page.ts';
import { handoverPage } from './handover/page.ts';
import { caseloadPage } from './page.ts';
import { profilePage } from './profile/page.ts';

/** The pages of an IDVA service's manager. */
export const caseloadPages: readonly Page[] = [
  caseloadPage,
  allocationPage,
  absencePage,
  takeAbsenceBackPage,
  profilePage,
  handoverPage,
  handoverProgressPage,
];
