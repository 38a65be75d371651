import type { IsoInstant } from '../../calendar/time.ts';

/** The earlier of two moments, whichever was written down first. */
export function earlier(one: IsoInstant | null, other: IsoInstant): IsoInstant {
  return one !== null && one < other ? one : other;
}
