import type { DayOffset, Ladder, RecipientRole } from '../clocks/ladder.ts';

/**
 * Who hears besides, where a rung fires above others that were never sent (by number, the lowest first): whoever the first of these
 * that was not before the due moment is for, because the duty is theirs, and the coordinator where one of them names the coordinator. So nothing
 * is escalated over the heads of those who can do it. Reminders before the due moment count for nothing any more; none where nothing was passed over.
 */
export function rolesPassedOver(ladder: Ladder, noted: readonly number[]): readonly RecipientRole[] {
  const steps: readonly {
    readonly offset: DayOffset | { readonly hours: number };
    readonly to: readonly RecipientRole[];
  }[] = ladder.rungs;
  const passed = noted.flatMap((n) => steps[n] ?? []).filter(({ offset }) => !isBefore(offset));
  const [first] = passed;
  const coordinator: readonly RecipientRole[] = passed.some(({ to }) => to.includes('coordinator'))
    ? ['coordinator']
    : [];
  return [...new Set([...(first?.to ?? []), ...coordinator])];
}

function isBefore(offset: DayOffset | { readonly hours: number }): boolean {
  if ('hours' in offset) return offset.hours < 0;
  return ('days' in offset ? offset.days : offset.workingDays) < 0;
}
