import type { ClockKind } from '../clocks/clockKind.ts';

/** The duty to notify children’s services of a child, urgent and not. */
export const notifyingOfChildren: readonly ClockKind[] = ['childNotified', 'urgentChildNotified'];
