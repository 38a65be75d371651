import { coldCase } from './coldCase.ts';
import { recordContactAttempt } from './contactAttempt.ts';
import { dueToMail } from './dueToMail.ts';
import { durationsReport } from './durationsReport.ts';
import { herd } from './herd.ts';
import { historyLength } from './historyLength.ts';
import { mailPipeline } from './mailPipeline.ts';
import { openCase } from './openCase.ts';
import { openCases } from './openCases.ts';
import { overdueList } from './overdueList.ts';
import { pages } from './pages.ts';
import type { BenchRow } from './row.ts';
import { workingDay } from './workingDay.ts';

/** Every row of the table, in its order. */
export const benchRows: readonly BenchRow[] = [
  openCase,
  recordContactAttempt,
  dueToMail,
  herd,
  overdueList,
  pages,
  durationsReport,
  mailPipeline,
  openCases,
  workingDay,
  historyLength,
  coldCase,
];
