import type { Page } from '../../definePage.ts';
import { reportPage } from './_report/page.ts';
import { settleReportPage } from './_report/settlement/page.ts';
import { takeOutReportPage } from './_report/takingOut/page.ts';
import { furtherAbusePage } from './page.ts';
import { furtherAbuseReceiptPage } from './receipts/_receipt/page.ts';

/** The pages about further abuse: to report it, what follows, what somebody wrote, and what becomes of it. */
export const furtherAbusePages: readonly Page[] = [
  furtherAbusePage,
  furtherAbuseReceiptPage,
  reportPage,
  settleReportPage,
  takeOutReportPage,
];
