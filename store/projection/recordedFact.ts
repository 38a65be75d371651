import type { IsoInstant } from '../../domain/calendar/time.ts';
import { wakeOf } from '../../domain/clocks/wakeOf.ts';
import type { CaseFact, ClockFact, EngineFact } from '../../domain/lifecycle/caseFact.ts';

/** A fact with its place in the record of its case. */
export interface RecordedFact {
  readonly id: string;
  readonly seq: number;
  readonly recordedAt: IsoInstant;
  readonly fact: CaseFact | ClockFact;
}

/** Whether a fact is about a clock of the case. */
export function isClockFact(fact: CaseFact | ClockFact): fact is ClockFact {
  return fact.type.startsWith('clock') || fact.type === 'rungFired';
}

/** A recorded fact as the engine needs it: of a clock only that it stands and when to wake. */
export function forEngine({ seq, fact }: RecordedFact): EngineFact {
  if (!isClockFact(fact)) return { seq, fact };
  const { id, kind, subject, end } = fact.data.clock;
  return { seq, clock: { id, kind, subject, wakeAt: wakeOf(fact.data.clock) }, ended: end !== null };
}
