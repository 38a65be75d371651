import type { Page } from './definePage.ts';
import { accountPage } from './pages/account/page.ts';
import { caseloadPages } from './pages/caseload/caseloadPages.ts';
import { casePage } from './pages/cases/_reference/page.ts';
import { commandPages } from './pages/cases/_reference/command/page.ts';
import { historyPage } from './pages/cases/_reference/history/page.ts';
import { casesPage } from './pages/cases/list/page.ts';
import { clockPage } from './pages/clocks/_id/page.ts';
import { commandPage } from './pages/commands/_id/page.ts';
import { calendarFeedPage } from './pages/courtDiary/feed/page.ts';
import { courtDiaryPage } from './pages/courtDiary/page.ts';
import { deliveryPage } from './pages/deliveries/_deliveryId/page.ts';
import { deliveriesPage } from './pages/deliveries/page.ts';
import { durationsPage } from './pages/durations/page.ts';
import { exceptionsPage } from './pages/exceptions/page.ts';
import { meetingPages } from './pages/meetings/meetingPages.ts';
import { bulkResultPage } from './pages/overdue/bulk/_key/page.ts';
import { bulkPage } from './pages/overdue/bulk/page.ts';
import { overdueExportPage } from './pages/overdue/export/page.ts';
import { overdueCountPage, overduePage } from './pages/overdue/page.ts';
import { referPage } from './pages/refer/page.ts';
import { receiptPage } from './pages/refer/receipts/_reference/page.ts';
import { startPage } from './pages/start/page.ts';
import { tasksPage } from './pages/tasks/page.ts';

/** Every page there is, as data; a page of your own is one line here. */
export const pages: readonly Page[] = [
  startPage,
  tasksPage,
  overduePage,
  overdueCountPage,
  overdueExportPage,
  bulkPage,
  bulkResultPage,
  exceptionsPage,
  casesPage,
  casePage,
  historyPage,
  ...commandPages,
  ...meetingPages,
  ...caseloadPages,
  courtDiaryPage,
  calendarFeedPage,
  clockPage,
  commandPage,
  referPage,
  receiptPage,
  durationsPage,
  deliveriesPage,
  deliveryPage,
  accountPage,
];
