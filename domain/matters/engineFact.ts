import type { IsoInstant } from '../calendar/time.ts';
import type { ClockSubject } from '../clocks/clock.ts';
import type { ClockKind } from '../clocks/clockKind.ts';

/** The little of a clock that a workflow has to know: that it stands, what about, and when to wake for it. */
export interface StandingClock {
  readonly id: string;
  readonly kind: ClockKind;
  readonly subject: ClockSubject;
  readonly wakeAt: IsoInstant | null;
}

/** A recorded fact as the engine sees it; every change to a clock arrives as what then stands of it. */
export type EngineFactOf<F> =
  | { readonly seq: number; readonly fact: F }
  | { readonly seq: number; readonly clock: StandingClock; readonly ended: boolean };
