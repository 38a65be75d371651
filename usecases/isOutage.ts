import { isDatabaseDown } from '../store/databaseDown.ts';

/** Whether an error only says that the database is away just now, so that the same request may be sent again. */
export function isOutage(error: unknown): boolean {
  return isDatabaseDown(error);
}
