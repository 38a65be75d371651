import type { Page } from './definePage.ts';
import { accountPage } from './pages/account/page.ts';
import { caseloadPages } from './pages/caseload/caseloadPages.ts';
import { addAgencyPage } from './pages/administration/agencies/add/page.ts';
import { agencyPage } from './pages/administration/agencies/_agency/page.ts';
import { agenciesPage } from './pages/administration/agencies/page.ts';
import { addAreaPage } from './pages/administration/areas/add/page.ts';
import { areaPage } from './pages/administration/areas/_area/page.ts';
import { areasPage } from './pages/administration/areas/page.ts';
import { addAuthorityPage } from './pages/administration/authorities/add/page.ts';
import { authorityPage } from './pages/administration/authorities/_authority/page.ts';
import { schoolYearPage } from './pages/administration/authorities/_authority/schoolYears/page.ts';
import { authoritiesPage } from './pages/administration/authorities/page.ts';
import { administrationPage } from './pages/administration/page.ts';
import { undoChangePage } from './pages/administration/changes/_change/undo/page.ts';
import { figurePage } from './pages/administration/changes/figure/page.ts';
import { holidayPage } from './pages/administration/changes/holiday/page.ts';
import { ladderPage } from './pages/administration/changes/ladder/page.ts';
import { permissionPage } from './pages/administration/changes/permission/page.ts';
import { patternPage } from './pages/administration/changes/pattern/page.ts';
import { policyChangePage } from './pages/policyChanges/_change/page.ts';
import { policyChangesPage } from './pages/policyChanges/page.ts';
import { addPersonPage } from './pages/administration/people/add/page.ts';
import { removeAbsencePage } from './pages/administration/people/_practitioner/absences/_absence/page.ts';
import { addAbsencePage } from './pages/administration/people/_practitioner/absences/page.ts';
import { personDetailsPage } from './pages/administration/people/_practitioner/details/page.ts';
import { endAccessPage } from './pages/administration/people/_practitioner/end/page.ts';
import { personPage } from './pages/administration/people/_practitioner/page.ts';
import { endPostPage } from './pages/administration/people/_practitioner/posts/_post/page.ts';
import { addPostPage } from './pages/administration/people/_practitioner/posts/page.ts';
import { peoplePage } from './pages/administration/people/page.ts';
import { policyPage } from './pages/administration/policy/page.ts';
import { assessmentPages } from './pages/assessments/assessmentPages.ts';
import { auditExportPage } from './pages/audit/export/page.ts';
import { auditPage } from './pages/audit/page.ts';
import { casePage } from './pages/cases/_reference/page.ts';
import { commandPages } from './pages/cases/_reference/command/page.ts';
import { removeDenyPage } from './pages/cases/_reference/denyList/_entry/page.ts';
import { denyListPage } from './pages/cases/_reference/denyList/page.ts';
import { historyPage } from './pages/cases/_reference/history/page.ts';
import { safeContactPage } from './pages/cases/_reference/safeContact/page.ts';
import { transferPackPage } from './pages/cases/_reference/transfers/word/page.ts';
import { casesPage } from './pages/cases/list/page.ts';
import { clockPage } from './pages/clocks/_id/page.ts';
import { retryParkedPage } from './pages/commands/parked/_commandId/page.ts';
import { parkedPage } from './pages/commands/parked/page.ts';
import { commandPage } from './pages/commands/_id/page.ts';
import { calendarFeedPage } from './pages/courtDiary/feed/page.ts';
import { courtDiaryPage } from './pages/courtDiary/page.ts';
import { deliveryPage } from './pages/deliveries/_deliveryId/page.ts';
import { deliveriesPage } from './pages/deliveries/page.ts';
import { durationCasesPage } from './pages/durations/cases/page.ts';
import { durationsPage } from './pages/durations/page.ts';
import { exceptionsPage } from './pages/exceptions/page.ts';
import { meetingPages } from './pages/meetings/meetingPages.ts';
import { bulkResultPage } from './pages/overdue/bulk/_key/page.ts';
import { bulkPage } from './pages/overdue/bulk/page.ts';
import { removeViewPage } from './pages/overdue/views/_viewId/remove/page.ts';
import { viewsPage } from './pages/overdue/views/page.ts';
import { overdueExportPage } from './pages/overdue/export/page.ts';
import { overdueCountPage, overduePage } from './pages/overdue/page.ts';
import { findPage } from './pages/find/page.ts';
import { furtherAbusePages } from './pages/furtherAbuse/furtherAbusePages.ts';
import { referPages } from './pages/refer/referPages.ts';
import { reportPages } from './pages/reports/reportPages.ts';
import { startPage } from './pages/start/page.ts';
import { tasksPage } from './pages/tasks/page.ts';

/** Every page there is, as data; a page of your own is one line here. An address that is no id comes before those that are. */
export const pages: readonly Page[] = [
  startPage,
  tasksPage,
  overduePage,
  overdueCountPage,
  overdueExportPage,
  viewsPage,
  removeViewPage,
  bulkPage,
  bulkResultPage,
  exceptionsPage,
  findPage,
  casesPage,
  casePage,
  historyPage,
  denyListPage,
  removeDenyPage,
  safeContactPage,
  transferPackPage,
  ...commandPages,
  ...meetingPages,
  ...caseloadPages,
  courtDiaryPage,
  calendarFeedPage,
  clockPage,
  parkedPage,
  retryParkedPage,
  commandPage,
  ...referPages,
  ...furtherAbusePages,
  ...assessmentPages,
  ...reportPages,
  durationsPage,
  durationCasesPage,
  deliveriesPage,
  deliveryPage,
  auditPage,
  auditExportPage,
  administrationPage,
  peoplePage,
  addPersonPage,
  personPage,
  personDetailsPage,
  endAccessPage,
  addPostPage,
  endPostPage,
  addAbsencePage,
  removeAbsencePage,
  agenciesPage,
  addAgencyPage,
  agencyPage,
  areasPage,
  addAreaPage,
  areaPage,
  authoritiesPage,
  addAuthorityPage,
  authorityPage,
  schoolYearPage,
  policyPage,
  holidayPage,
  figurePage,
  ladderPage,
  permissionPage,
  patternPage,
  undoChangePage,
  policyChangesPage,
  policyChangePage,
  accountPage,
];
