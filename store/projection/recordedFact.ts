import type { IsoInstant } from '../../domain/calendar/time.ts';
import { wakeOf } from '../../domain/clocks/wakeOf.ts';
import type { CaseFact, ClockFact } from '../../domain/lifecycle/caseFact.ts';
import type { EngineFactOf } from '../../domain/matters/engineFact.ts';
import type { AnyFact } from '../../domain/matters/matter.ts';

/** A fact with its place in the record of its matter. */
export interface RecordedFact<F extends AnyFact = CaseFact> {
  readonly id: string;
  readonly seq: number;
  readonly recordedAt: IsoInstant;
  readonly fact: F | ClockFact;
}

/** Whether a fact is about a clock of the matter. */
export function isClockFact<F extends AnyFact>(fact: F | ClockFact): fact is ClockFact {
  return fact.type.startsWith('clock') || fact.type === 'rungFired';
}

/** A recorded fact as the engine needs it: of a clock only that it stands and when to wake. */
export function forEngine<F extends AnyFact>({ seq, fact }: RecordedFact<F>): EngineFactOf<F> {
  if (!isClockFact(fact)) return { seq, fact };
  const { id, kind, subject, end } = fact.data.clock;
  return { seq, clock: { id, kind, subject, wakeAt: wakeOf(fact.data.clock) }, ended: end !== null };
}
