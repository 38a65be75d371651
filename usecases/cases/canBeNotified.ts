import type { CaseView } from '../../contracts/views/caseView.ts';

/** Whether services can still be notified of a child: who has come of age is owed it where it was owed before. */
export function canBeNotified({ notified, ageBand, notificationOwed }: CaseView['children'][number]): boolean {
  return !notified && (ageBand !== 'adult' || notificationOwed);
}
