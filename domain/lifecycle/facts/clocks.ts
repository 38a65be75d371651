import type { IsoDate, IsoInstant } from '../../calendar/time.ts';
import type { Clock, Due } from '../../clocks/clock.ts';
import type { RecipientRole } from '../../clocks/ladder.ts';
import type { MoveReason } from '../../clocks/moveClock.ts';

/** What is said of a clock of a case. */
export interface ClockFacts {
  clockStarted: { clock: Clock; agencyId: string | null; ownerId: string | null };
  clockMoved: { clock: Clock; from: Due; because: MoveReason; reasonId: string | null };
  clockReowned: { clock: Clock; agencyId: string | null; ownerId: string | null };
  clockPaused: { clock: Clock; reasonId: string | null };
  clockResumed: { clock: Clock; pausedMs: number };
  clockAcknowledged: { clock: Clock; until: IsoDate; reasonId: string };
  clockEnded: { clock: Clock };
  rungFired: {
    clock: Clock;
    round: number;
    rung: number;
    label: string;
    plannedAt: IsoInstant;
    noted: readonly number[];
    recipients: readonly { readonly practitionerId: string; readonly role: RecipientRole | 'systemAdministrator' }[];
  };
}
