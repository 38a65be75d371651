import type { Refusal } from '../lifecycle/refusal.ts';
import type { Clock } from './clock.ts';

/** The clock as it then stands, or why it stays as it is. */
export type ClockResult = { readonly ok: true; readonly clock: Clock } | Refusal;
