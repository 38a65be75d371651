import type { Due } from './clock.ts';

/** Whether two due moments are one; their text may differ, because a database gives fields in an order of its own. */
export function isSameDue(one: Due, other: Due): boolean {
  if (one.type === 'day') return other.type === 'day' && one.date === other.date;
  return other.type === 'instant' && one.at === other.at;
}
