import type { FaultRow } from '../faultRow.ts';
import { batchRows } from './batches.ts';
import { commandRows } from './commands.ts';
import { databaseRows } from './databases.ts';
import { mailRows } from './mail.ts';
import { poisonRow } from './poison.ts';
import { processRows } from './processes.ts';
import { lossRow, restoreRows } from './restores.ts';

/** The table of faults, in its order; what comes after the last of them would stand on a database that has lost something. */
export const faultRows: readonly FaultRow[] = [
  ...processRows,
  ...databaseRows,
  ...mailRows,
  ...commandRows,
  ...batchRows,
  poisonRow,
  ...restoreRows,
  lossRow,
];
