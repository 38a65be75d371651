import type { SchoolResult } from '../lifecycle/facts/children.ts';

/** Whether the school of a child has heard, from whomever: then nobody tells it a second time. */
export function isSchoolTold(result: SchoolResult | undefined): boolean {
  return result === 'told' || result === 'toldAlready';
}
