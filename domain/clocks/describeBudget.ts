import type { Due } from './clock.ts';

/** What a paused clock has left, for people: working days for a day clock; hours and minutes for an instant clock. */
export function describeBudget(type: Due['type'], budgetLeft: number): string {
  if (type === 'day') return `${budgetLeft} working day${budgetLeft === 1 ? '' : 's'}`;
  const minutes = Math.floor(budgetLeft / 60_000);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
