import { addHours, epochMs } from '../calendar/london.ts';
import type { IsoInstant } from '../calendar/time.ts';
import type { Pause } from './clock.ts';

/** The pause that is still running, if one is. */
export function openPause(pauses: readonly Pause[]): Pause | null {
  return pauses.find((pause) => pause.until === null) ?? null;
}

/** The pauses with the running one ended at an instant, though never before it began. */
export function closeOpenPause(pauses: readonly Pause[], at: IsoInstant): readonly Pause[] {
  return pauses.map((pause) => {
    if (pause.until !== null) return pause;
    return { ...pause, until: epochMs(at) > epochMs(pause.from) ? addHours(at, 0) : pause.from };
  });
}
