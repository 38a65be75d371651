import type { IsoDate, IsoInstant } from '../calendar/time.ts';
import type { ClockOutcome, Due, DueReason, PauseReason } from './clock.ts';
import type { RecipientRole } from './ladder.ts';
import type { MoveReason } from './moveClock.ts';

/** Who did it, by id; null for the clock itself. Whether they wrote down why is known here, what they wrote is content. */
interface ByPerson {
  readonly by: string | null;
  readonly reasonWritten: boolean;
}

/** What happened to a clock, oldest first; `at` is the moment it took effect. */
export type ClockHistoryEntry = { readonly at: IsoInstant } & (
  | { readonly type: 'started'; readonly due: Due; readonly reason: DueReason }
  | ({ readonly type: 'moved'; readonly from: Due; readonly to: Due; readonly because: MoveReason } & ByPerson)
  | ({ readonly type: 'paused'; readonly reason: PauseReason; readonly budgetLeft: number } & ByPerson)
  | ({ readonly type: 'resumed'; readonly due: Due } & ByPerson)
  | ({ readonly type: 'acknowledged'; readonly nextDate: IsoDate } & ByPerson)
  | { readonly type: 'rungFired'; readonly rung: number; readonly label: string; readonly to: readonly RecipientRole[] }
  | { readonly type: 'rungsNoted'; readonly rungs: readonly number[] }
  | ({ readonly type: 'ended'; readonly outcome: ClockOutcome } & ByPerson)
);
