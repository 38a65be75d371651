import { londonDate } from '../../domain/calendar/london.ts';
import { planYear } from '../../scripts/year/planYear.ts';
import type { Intention, PlannedCase } from '../../scripts/year/plannedCase.ts';
import { publishedYear } from '../../scripts/year/publishedYear.ts';

/** The published table, and the year that is invented for it. */
export const table = publishedYear();
export const plan = planYear(table);
export const repeats = plan.filter(({ repeatOf }) => repeatOf !== null);
const byKey = new Map(plan.map((each) => [each.key, each]));

/** When the first of a kind of command in the life of a case happens; throws where there is none. */
export function momentOf(planned: PlannedCase, type: Intention['type']): string {
  const found = planned.life.find((intention) => intention.type === type);
  if (found === undefined) throw new Error(`${planned.key} has no ${type}.`);
  return found.occurred.at;
}

/** The London date of a referral. */
export function receivedOn(planned: PlannedCase): string {
  return londonDate(momentOf(planned, 'submitReferral'));
}

/** The case that a repeat repeats. */
export function earlierOf(planned: PlannedCase): PlannedCase {
  const earlier = byKey.get(planned.repeatOf ?? '');
  if (earlier === undefined) throw new Error(`${planned.key} repeats nothing.`);
  return earlier;
}

export function nameOf({ givenName, familyName }: { givenName: string; familyName: string }): string {
  return `${givenName} ${familyName}`;
}

/** Whether a command ends an action. */
export function isOutcome(
  intention: Intention,
): intention is Extract<Intention, { type: 'completeAction' | 'actionNotPossible' | 'actionNotDone' }> {
  return ['completeAction', 'actionNotPossible', 'actionNotDone'].includes(intention.type);
}

/** The keys of the actions that a command sets. */
export function actionsSetBy(intention: Intention): string[] {
  if (intention.type === 'setAction') return [intention.action.key];
  return intention.type === 'hear' ? intention.actions.map(({ key }) => key) : [];
}
