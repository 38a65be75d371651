import { activityInfo } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { isDatabaseDown } from '../store/databaseDown.ts';

/** The type of the failure that says: this will fail again however often it is tried. */
export const bug = 'BUG';

/** Attempts after which a fault that is neither an outage nor plainly a bug is taken for a bug. */
const attemptsForDoubt = 25;

/** SQLSTATE classes of statements that can never succeed: wrong data, wrong types, broken rules, missing tables. */
const hopelessStates = ['22', '42', '44'];
const brokenRule = '23';
/** Another attempt of the same work was first: the next try finds what it wrote. */
const uniqueViolation = '23505';

/**
 * Runs the work of an activity and sorts what goes wrong. An outage is thrown on, so that the engine tries again for
 * ever; a bug is marked so that it is not, and the command is parked instead of holding up its case.
 */
export async function sortingFaults<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isBug(error, activityInfo().attempt)) throw asBug(error);
    throw ApplicationFailure.create({ type: 'OUTAGE', message: describe(error) });
  }
}

/** Whether an error will come again however often the work is tried. */
export function isBug(error: unknown, attempt: number): boolean {
  if (isDatabaseDown(error)) return false;
  const state = sqlState(error);
  if (state === uniqueViolation) return attempt > attemptsForDoubt;
  if (state !== null) return hopelessStates.includes(state.slice(0, 2)) || state.startsWith(brokenRule);
  if (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError) return true;
  if (!(error instanceof Error)) return true;
  if (error.name === 'PrismaClientValidationError') return true;
  if (error.name === 'PrismaClientKnownRequestError' && !isPrismaOutage(error)) return true;
  if (error.name === 'Error' && !('code' in error) && !('errno' in error)) return true;
  return attempt > attemptsForDoubt && error.name === 'PrismaClientUnknownRequestError';
}

/** Codes of Prisma for what passes: no connection, no free one, a transaction that ran out of time or was in the way. */
const prismaOutages = ['P2024', 'P2028', 'P2034', 'P2037'];

function isPrismaOutage(error: Error): boolean {
  const code = 'code' in error ? String(error.code) : '';
  return code.startsWith('P1') || prismaOutages.includes(code) || code === 'P2010';
}

/** The SQLSTATE inside an error of the database's driver, however deep Prisma has wrapped it; null where there is none. */
function sqlState(error: unknown, depth = 0): string | null {
  if (depth > 5 || typeof error !== 'object' || error === null) return null;
  const fields = error as Record<string, unknown>;
  for (const name of ['originalCode', 'code']) {
    const value = fields[name];
    if (typeof value === 'string' && /^[0-9A-Z]{5}$/.test(value) && !/^P[12]\d{3}$/.test(value)) return value;
  }
  for (const name of ['meta', 'cause', 'driverAdapterError']) {
    const found = sqlState(fields[name], depth + 1);
    if (found) return found;
  }
  return null;
}

function asBug(error: unknown): ApplicationFailure {
  return ApplicationFailure.create({ type: bug, message: describe(error), nonRetryable: true });
}

/** A fault by its kind and codes alone: the words of a database error may quote a row. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'Something that is no error was thrown.';
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return `${error.name}${code}${sqlState(error) ? ` (SQLSTATE ${sqlState(error)})` : ''}`;
}
