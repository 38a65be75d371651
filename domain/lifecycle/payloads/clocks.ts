import type { IsoDate } from '../../calendar/time.ts';
import type { PauseReason } from '../../clocks/clock.ts';
import type { PlannedBecause } from '../../duties/planClocksAnew.ts';

/** What commands about the clocks of a case carry. */
export interface ClockPayloads {
  pauseClock: { readonly clockId: string; readonly reason: PauseReason; readonly reasonId: string | null };
  resumeClock: { readonly clockId: string };
  acknowledgeEscalation: { readonly clockId: string; readonly until: IsoDate; readonly reasonId: string };
  /** Sent by the product itself, to every case whose clocks a changed policy or calendar moves. */
  planClocksAnew: { readonly changeId: string; readonly because: PlannedBecause };
}
